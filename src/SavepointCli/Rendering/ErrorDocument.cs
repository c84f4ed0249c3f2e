using SavepointCli.Faults;

namespace SavepointCli.Rendering;

/// <summary>The last line of stderr where a program reads along (<c>-o json</c>).</summary>
/// <param name="ApiVersion">Version of the document.</param>
/// <param name="Kind">Always <c>Error</c>.</param>
/// <param name="Code">The exit code.</param>
/// <param name="Reason">Its name.</param>
/// <param name="Message">What happened.</param>
/// <param name="Hint">What to try, or null.</param>
/// <param name="Retryable">Whether the same command may succeed later.</param>
internal sealed record ErrorDocument(string ApiVersion, string Kind, int Code, string Reason, string Message, string? Hint, bool Retryable)
{
    public static ErrorDocument Of(Fault fault) => new(
        DocumentRenderer.ApiVersion,
        "Error",
        (int)fault.ExitCode,
        fault.ExitCode.ToString(),
        fault.Message,
        fault.Hint,
        fault.ExitCode is ExitCode.Unreachable or ExitCode.WaitTimedOut or ExitCode.Locked or ExitCode.Interrupted or ExitCode.Terminated);
}
