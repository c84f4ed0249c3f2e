namespace SavepointCli.Faults;

/// <summary>What a failure comes down to for the person or script that started the tool.</summary>
/// <param name="ExitCode">The code with which the process ends.</param>
/// <param name="Message">What happened and where.</param>
/// <param name="Hint">What to try, or null.</param>
internal sealed record Fault(ExitCode ExitCode, string Message, string? Hint)
{
    private const string DebugHint = "the same command with --debug shows where it happened";

    /// <summary>Finds exit code, message and hint for whatever was thrown.</summary>
    public static Fault Of(Exception exception, CancellationToken cancellation) => exception switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested =>
            new Fault(ExitCode.Interrupted, "interrupted", "what was already asked of the cluster goes on there: savepointctl list"),
        SavepointException fault => new Fault(fault.ExitCode, fault.Message, fault.Hint),
        HttpRequestException => new Fault(ExitCode.Unreachable, exception.Message, "check the address of the cluster (-m HOST:PORT)"),
        TimeoutException or OperationCanceledException =>
            new Fault(ExitCode.WaitTimedOut, exception.Message, "give it longer with --timeout"),
        FileNotFoundException or DirectoryNotFoundException => new Fault(ExitCode.NotFound, exception.Message, "check the path"),
        UnauthorizedAccessException => new Fault(ExitCode.Forbidden, exception.Message, "check who owns the file and its permissions"),
        IOException => new Fault(ExitCode.Unreachable, exception.Message, DebugHint),
        _ => new Fault(ExitCode.Failed, $"{exception.GetType().Name}: {exception.Message}", DebugHint),
    };
}
