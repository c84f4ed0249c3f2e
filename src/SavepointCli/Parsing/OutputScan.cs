using System.CommandLine;

namespace SavepointCli.Parsing;

/// <summary>
/// Whether a program reads along. A command line that cannot be understood is looked through for the words, because its error has to
/// come in the right form as well.
/// </summary>
internal static class OutputScan
{
    private const string Long = "--output";
    private const string Short = "-o";

    public static bool WantsJson(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            if (arguments[i] is Long or Short && i + 1 < arguments.Count) return IsJson(arguments[i + 1]);
            if (arguments[i].Split('=', 2) is [Long or Short, var form]) return IsJson(form);
        }

        return false;
    }

    public static bool WantsJson(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == Long) is Option<string> output
        && parsed.GetResult(output) is { Implicit: false, Errors: var errors }
        && !errors.Any()
        && IsJson(parsed.GetValue(output));

    private static bool IsJson(string? form) => form is "json" or "jsonl";
}
