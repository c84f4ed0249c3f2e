namespace SavepointCli.Cluster.Journal;

/// <summary>
/// The waiting has ended, the operation has not, or nobody can tell: interrupted, out of time, out of reach, or forgotten by the
/// cluster. The hint says how to come back to it.
/// </summary>
public sealed class OperationUnfinishedException(
    OperationRecord operation, ExitCode exitCode, string message, string hint, Exception? inner = null)
    : SavepointException(exitCode, message, hint, inner)
{
    /// <summary>The operation, as far as it is known.</summary>
    public OperationRecord Operation { get; } = operation;
}
