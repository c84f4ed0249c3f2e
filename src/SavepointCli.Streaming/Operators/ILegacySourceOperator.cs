namespace SavepointCli.Streaming.Operators;

/// <summary>A source that runs in a thread of its own, under a lock that the task takes for everything else it does.</summary>
public interface ILegacySourceOperator : IStreamSource
{
    /// <summary>Emits until the input has ended or <see cref="Cancel"/> was called. Runs in the source's thread.</summary>
    /// <param name="checkpointLock">Held by the source while it emits, by the task for snapshots, timers and notifications.</param>
    void Run(object checkpointLock);

    /// <summary>Asks <see cref="Run"/> to return soon. Called from the task's thread, without the lock.</summary>
    void Cancel();
}
