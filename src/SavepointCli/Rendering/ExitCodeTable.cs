using System.Globalization;

namespace SavepointCli.Rendering;

/// <summary>The exit codes with their meaning: <c>help exit-codes</c>, and the source of <c>docs/reference/exit-codes.md</c>.</summary>
internal static class ExitCodeTable
{
    public static IReadOnlyList<(ExitCode Code, string Meaning)> Rows { get; } =
    [
        (ExitCode.Done, "done, or nothing to do"),
        (ExitCode.Failed, "failed for a reason that no other code names"),
        (ExitCode.Usage, "wrong usage or wrong configuration"),
        (ExitCode.Partial, "finished, but some of the items failed"),
        (ExitCode.Different, "the things compared differ"),
        (ExitCode.Damaged, "the snapshot is damaged"),
        (ExitCode.Incompatible, "the snapshot does not fit the job"),
        (ExitCode.Refused, "refused: it would lose something that is still needed"),
        (ExitCode.NothingMatched, "nothing matched, and that was asked to be an error"),
        (ExitCode.Unreachable, "cluster or storage could not be reached"),
        (ExitCode.Forbidden, "not authenticated, or not allowed"),
        (ExitCode.WaitTimedOut, "the wait ran out; the operation may still be running"),
        (ExitCode.OperationFailed, "the cluster reported that the operation failed"),
        (ExitCode.Locked, "another run holds the lock"),
        (ExitCode.NotFound, "job, savepoint, operator or state not found"),
        (ExitCode.Unsupported, "format or version not known to this tool"),
        (ExitCode.Interrupted, "interrupted (SIGINT)"),
        (ExitCode.Terminated, "ended (SIGTERM)"),
    ];

    public static void Write(TextWriter output)
    {
        foreach (var (code, meaning) in Rows)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(int)code,4}  {meaning}"));
    }
}
