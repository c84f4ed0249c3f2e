using System.Text.RegularExpressions;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Tests.Replay;

/// <summary>What the cluster must have said for Flink's client to fail as it did, found in the chain that the client printed.</summary>
/// <param name="Errors">The text of an HTTP error, or null.</param>
/// <param name="StackTrace">The cause of a failed operation, or null.</param>
/// <param name="NeverEnds">Whether the client gave up waiting.</param>
internal sealed partial record RecordedFailure(string? Errors, string? StackTrace, bool NeverEnds)
{
    private const string Heading = "The program finished with the following exception:\n\n";
    private const string CausedBy = "Caused by: ";

    /// <summary>What the client itself puts around the cause.</summary>
    private static readonly string[] Wrappers = ["java.util.concurrent.ExecutionException: ", "java.util.concurrent.CompletionException: "];

    public static RecordedFailure? Of(CliInvocation recorded)
    {
        var start = recorded.Error.IndexOf(Heading, StringComparison.Ordinal);
        if (recorded.ExitCode == 0 || start < 0) return null;

        // Before the first line the client had not asked anything; a cluster would have answered well.
        if (recorded.Output.Length == 0 && recorded.Arguments[0] is not ("run" or "info")) return null;

        var text = recorded.Error[(start + Heading.Length)..];
        if (HttpError().Match(text) is { Success: true } match) return new RecordedFailure(match.Groups["errors"].Value, null, false);
        if (TimedOut().IsMatch(text)) return new RecordedFailure(null, null, true);

        var chain = text.Split('\n').Where(line => line.Length > 0 && line[0] != '\t').ToList();
        var causes = chain.Count > 1 ? chain.Skip(1).SkipWhile(IsWrapper).ToList() : chain;
        if (causes.Count == 0) causes = chain;
        if (causes[0].StartsWith(CausedBy, StringComparison.Ordinal)) causes[0] = causes[0][CausedBy.Length..];
        return new RecordedFailure(null, string.Join('\n', causes), false);
    }

    private static bool IsWrapper(string line) =>
        Wrappers.Any(wrapper => line.StartsWith(CausedBy + wrapper, StringComparison.Ordinal));

    [GeneratedRegex(@"RestClientException: \[(?<errors>.*?)\]\n(\t|Caused by|\z)", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex HttpError();

    [GeneratedRegex(@"^Caused by: java\.util\.concurrent\.TimeoutException$", RegexOptions.Multiline)]
    private static partial Regex TimedOut();
}
