using System.Text;
using System.Text.RegularExpressions;

namespace SavepointCli.Cluster.Failures;

/// <summary>One exception of a Java stack trace: its class, if the text names one, and its message, if it has one.</summary>
/// <param name="Class">Qualified class name, or null for a plain sentence.</param>
/// <param name="Message">The message without the class names that Flink's transport repeats in front of it.</param>
internal sealed partial record ServerCause(string? Class, string? Message)
{
    private const string CausedBy = "Caused by: ";
    private const string ServerSideBegin = "<Exception on server side:";
    private const string ServerSideEnd = "End of exception on server side>";
    private const string JsonLocation = " at [Source: ";
    private const int MostCauses = 100;
    private const int LongestMessage = 4000;

    /// <summary>The exceptions of a stack trace, outermost first. Any text gives at least one.</summary>
    public static IReadOnlyList<ServerCause> Chain(string stackTrace)
    {
        var causes = new List<ServerCause>();
        var current = new StringBuilder();
        foreach (var line in stackTrace.Split('\n'))
        {
            var text = line.TrimEnd('\r');
            if (IsBesideTheMessage(text)) continue;
            if (text.StartsWith(CausedBy, StringComparison.Ordinal))
            {
                Close(current, causes);
                text = text[CausedBy.Length..];
            }
            else if (current.Length > 0)
            {
                current.Append(' ');
            }

            if (current.Length < LongestMessage) current.Append(text, 0, Math.Min(text.Length, LongestMessage - current.Length));
        }

        Close(current, causes);
        return causes.Count > 0 ? causes : [new ServerCause(null, null)];
    }

    /// <summary>Stack frames, the frame that Flink puts around them, and where in a request the JSON was wrong.</summary>
    private static bool IsBesideTheMessage(string line) =>
        line.Length == 0
        || line[0] == '\t'
        || line is ServerSideBegin or ServerSideEnd
        || line.StartsWith(JsonLocation, StringComparison.Ordinal);

    private static void Close(StringBuilder text, List<ServerCause> causes)
    {
        if (text.Length > 0 && causes.Count < MostCauses) causes.Add(Parse(text.ToString()));
        text.Clear();
    }

    private static ServerCause Parse(string text)
    {
        string? name = null;
        while (LeadingClass().Match(text) is { Success: true } match)
        {
            name = match.Groups["class"].Value;
            text = text[match.Length..];
        }

        return new ServerCause(name, text.Length == 0 ? null : text);
    }

    /// <summary>A qualified class name, followed by a colon and a message or by nothing.</summary>
    [GeneratedRegex(
        @"\A(?<class>([\p{L}_$][\p{L}\p{N}_$]*\.)+[\p{L}_$][\p{L}\p{N}_$]*)(: |:?\z)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadingClass();
}
