namespace SavepointCli.Streaming;

/// <summary>The program describes a job that cannot run: refused while the graph is built, before anything is submitted.</summary>
/// <param name="message">What is wrong and at which operator or type.</param>
/// <param name="hint">What the author of the job can change.</param>
public sealed class JobGraphException(string message, string? hint = null) : Exception(message)
{
    /// <summary>What the author of the job can change, or null where the message says it all.</summary>
    public string? Hint { get; } = hint;
}
