namespace SavepointCli;

/// <summary>
/// Root of all faults: something that should have worked did not. The message says what happened and where, in one line;
/// <see cref="Hint"/> says what to try. Translated to an exit code once, at the edge of the process.
/// </summary>
public class SavepointException(ExitCode exitCode, string message, string? hint = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The code with which the process ends when nobody handles this fault.</summary>
    public ExitCode ExitCode { get; } = exitCode;

    /// <summary>What the person who sees the message can try, or null where nothing sensible can be said.</summary>
    public string? Hint { get; } = hint;
}
