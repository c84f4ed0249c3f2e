using System.CommandLine;

namespace SavepointCli.Parsing;

/// <summary>Wrong usage, said in one line with the nearest right spelling.</summary>
internal static class UsageErrors
{
    public static SavepointException Wrong(string message, string? hint = null) => new(ExitCode.Usage, message, hint);

    public static SavepointException UnknownVerb(string verb, Command root) =>
        Wrong($"'{verb}' is no verb of savepointctl", DidYouMean(verb, Names(root.Subcommands)) ?? "savepointctl --help");

    public static SavepointException UnknownTopic(string topic, IEnumerable<string> topics) =>
        Wrong($"there is no help on '{topic}'", DidYouMean(topic, topics) ?? "savepointctl --help");

    public static SavepointException UnknownOption(string option, Command command) => Wrong(
        $"Unrecognized option: {option}",
        OptionNames(command).Contains(option) ? "options go after the verb" : DidYouMean(option, OptionNames(command)) ?? HelpOf(command));

    /// <summary>The first thing that the parser did not like.</summary>
    public static SavepointException Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var token, ..])
        {
            if (token.StartsWith('-')) return UnknownOption(token, command);
            if (command.Subcommands.Count == 0)
                return Wrong($"'{token}' is one argument too many for '{PathOf(command)}'", HelpOf(command));
            if (command is RootCommand) return UnknownVerb(token, command);
            return Wrong($"'{token}' is no verb of '{PathOf(command)}'", DidYouMean(token, Names(command.Subcommands)) ?? HelpOf(command));
        }

        if (command.Subcommands.Count > 0 && command.Action is null)
        {
            return command is RootCommand
                ? Wrong("no verb given", "savepointctl --help")
                : Wrong($"'{PathOf(command)}' needs one of: {string.Join(", ", Names(command.Subcommands))}", HelpOf(command));
        }

        return Wrong(parsed.Errors[0].Message.TrimEnd('.'), HelpOf(command));
    }

    public static string HelpOf(Command command) => $"{PathOf(command)} --help";

    public static string PathOf(Symbol symbol)
    {
        var parent = symbol.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? "savepointctl" : $"{PathOf(parent)} {symbol.Name}";
    }

    private static IEnumerable<string> Names(IEnumerable<Command> commands) =>
        commands.Where(command => !command.Hidden).Select(command => command.Name);

    private static IEnumerable<string> OptionNames(Command command) =>
        FlinkGrammar.OptionsOf(command).Where(option => !option.Hidden).SelectMany(option => option.Aliases.Prepend(option.Name));

    private static string? DidYouMean(string typed, IEnumerable<string> known) =>
        Spelling.Nearest(typed, known) is { } nearest ? $"did you mean '{nearest}'?" : null;
}
