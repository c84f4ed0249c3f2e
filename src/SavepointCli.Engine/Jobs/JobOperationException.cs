namespace SavepointCli.Engine.Jobs;

/// <summary>
/// A request that the engine cannot carry out, in the words in which Flink reports it. <see cref="JavaClass"/> names the exception
/// that a real cluster would send, because clients and scripts look at it.
/// </summary>
public class JobOperationException(
    ExitCode exitCode, string javaClass, string message, string? hint = null, Exception? inner = null)
    : SavepointException(exitCode, message, hint, inner)
{
    /// <summary>Java class name, e.g. <c>org.apache.flink.runtime.checkpoint.CheckpointException</c>.</summary>
    public string JavaClass { get; } = javaClass;
}
