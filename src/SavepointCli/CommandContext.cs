using System.Collections;
using SavepointCli.Rendering;

namespace SavepointCli;

/// <summary>
/// What a verb sees of the world around the process. Tests give their own, so that verbs run in-process exactly as they do
/// for a person; nothing below reads the console, the clock or the environment by itself.
/// </summary>
/// <param name="Output">Results, and Flink's own lines.</param>
/// <param name="Error">Everything else: notes, warnings and the one line of a failure.</param>
/// <param name="Time">Clock, delays and the local time zone.</param>
/// <param name="Variables">The environment variables.</param>
internal sealed record CommandContext(
    TextWriter Output,
    TextWriter Error,
    TimeProvider Time,
    IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The context of a process that was started from a shell.</summary>
    public static CommandContext OfThisProcess(TextWriter output, TextWriter error)
    {
        var variables = new Dictionary<string, string>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        return new CommandContext(output, error, TimeProvider.System, variables) { OpenBytes = Console.OpenStandardOutput, ErrorIsTerminal = !Console.IsErrorRedirected };
    }

    /// <summary>Whether a person may be looking at <see cref="Error"/>, so that a line there can be drawn anew.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Opens the output for UTF-8 bytes; null where it is text only.</summary>
    public Func<Stream>? OpenBytes { get; init; }

    /// <summary>The output for UTF-8 bytes. What was written to <see cref="Output"/> before stands in front of them.</summary>
    public Stream OutputBytes()
    {
        Output.Flush();
        return OpenBytes?.Invoke() ?? new TextOutputStream(Output);
    }

    /// <summary>The value of an environment variable, or null if it is not set or empty.</summary>
    public string? Variable(string name) => Variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
