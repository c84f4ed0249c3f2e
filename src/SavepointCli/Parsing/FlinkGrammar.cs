using System.CommandLine;
using SavepointCli.Commands;

namespace SavepointCli.Parsing;

/// <summary>
/// Brings a command line in Flink's grammar (Apache Commons CLI) into the one form that our parser reads:
/// <c>verb --name=value ... -- positional ...</c>. Verbs that are not Flink's are left as they are.
/// </summary>
internal static class FlinkGrammar
{
    private const string EndOfOptions = "--";

    /// <summary>Resolves every option token of a mirrored verb; throws on one that no rule explains.</summary>
    public static IReadOnlyList<string> Normalise(RootCommand root, IReadOnlyList<string> arguments)
    {
        Command command = root;
        var position = 0;
        while (position < arguments.Count)
        {
            if (arguments[position] == CommonOptions.DebugName)
            {
                position++;
                continue;
            }

            if (command.Subcommands.FirstOrDefault(verb => verb.Name == arguments[position]) is not { } next) break;
            command = next;
            position++;
        }

        return command is MirroredCommand mirrored
            ? [.. arguments.Take(position), .. new FlinkTokens(mirrored, arguments.Skip(position)).Normalise()]
            : arguments;
    }

    /// <summary>The options of a command with those that its parents hand down.</summary>
    public static IEnumerable<Option> OptionsOf(Command command)
    {
        IEnumerable<Option> options = command.Options;
        for (var parent = ParentOf(command); parent is not null; parent = ParentOf(parent))
            options = options.Concat(parent.Options.Where(option => option.Recursive));
        return options;
    }

    public static bool IsEndOfOptions(string token) => token == EndOfOptions;

    private static Command? ParentOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault();
}
