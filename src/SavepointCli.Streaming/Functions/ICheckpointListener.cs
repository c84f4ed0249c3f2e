namespace SavepointCli.Streaming.Functions;

/// <summary>
/// Hears how checkpoints ended. Only checkpoints that recovery may go back to are reported complete: a savepoint with which
/// the job does not stop is not among them. Mirrors <c>CheckpointListener</c>.
/// </summary>
public interface ICheckpointListener
{
    /// <summary>The checkpoint is complete: what was made ready for it may be published.</summary>
    void NotifyCheckpointComplete(long checkpointId);

    /// <summary>The checkpoint came to nothing.</summary>
    void NotifyCheckpointAborted(long checkpointId)
    {
    }
}
