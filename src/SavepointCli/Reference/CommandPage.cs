using System.CommandLine;

namespace SavepointCli.Reference;

/// <summary>One verb as a page describes it: hidden verbs and options are left out, and what parents hand down is included.</summary>
/// <param name="Words">The words that name it, without the program: empty for the program itself.</param>
/// <param name="Description">What it does.</param>
/// <param name="Arguments">Its positionals.</param>
/// <param name="Options">Its options.</param>
/// <param name="Verbs">The verbs below it.</param>
internal sealed record CommandPage(
    IReadOnlyList<string> Words,
    string Description,
    IReadOnlyList<ArgumentEntry> Arguments,
    IReadOnlyList<OptionEntry> Options,
    IReadOnlyList<CommandPage> Verbs)
{
    public const string Program = "savepointctl";

    /// <summary>Program and verbs, separated by blanks.</summary>
    public string Path => string.Join(' ', [Program, .. Words]);

    /// <summary>The line that shows how it is called.</summary>
    public string Synopsis => string.Join(
        ' ',
        [Path, .. Verbs.Count > 0 ? ["VERB"] : Array.Empty<string>(), .. Arguments.Select(argument => argument.Synopsis), .. Options.Count > 0 ? ["[options]"] : Array.Empty<string>()]);

    /// <summary>This page and all below it, in the order of the help.</summary>
    public IEnumerable<CommandPage> All => Verbs.SelectMany(verb => verb.All).Prepend(this);

    /// <summary>Describes a whole tree.</summary>
    public static CommandPage Of(Command root) => Of(root, [], []);

    private static CommandPage Of(Command command, IReadOnlyList<string> words, IReadOnlyList<Option> inherited)
    {
        var options = command.Options.Concat(inherited).Where(option => !option.Hidden).ToList();
        var handedDown = command.Options.Where(option => option.Recursive).Concat(inherited).ToList();
        return new CommandPage(
            words,
            command.Description ?? "",
            [.. command.Arguments.Where(argument => !argument.Hidden).Select(ArgumentEntry.Of)],
            [.. options.Select(OptionEntry.Of)],
            [.. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => Of(verb, [.. words, verb.Name], handedDown))]);
    }
}
