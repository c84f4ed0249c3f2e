namespace SavepointCli.Streaming.Sources;

/// <summary>
/// The enumerator of a source as the engine drives it: from one thread, with bytes in place of splits. Mirrors
/// <c>SourceCoordinator</c>, whose state bytes it reads and writes.
/// </summary>
public abstract class SourceCoordinator
{
    private protected SourceCoordinator()
    {
    }

    /// <summary>Starts the enumerator. Called once, before any other method.</summary>
    /// <param name="restored">The coordinator state of the restored snapshot; null to start fresh.</param>
    /// <exception cref="InvalidDataException">The bytes are no state of this source.</exception>
    public abstract void Start(byte[]? restored);

    /// <summary>A subtask has started, with its restored splits.</summary>
    public abstract void HandleReaderRegistration(int subtask);

    /// <summary>A subtask asks for a split.</summary>
    public abstract void HandleSplitRequest(int subtask);

    /// <summary>The state for <c>_metadata</c>. Splits sent before this call are in the readers' state, not in this one.</summary>
    public abstract byte[] SnapshotState(long checkpointId);

    /// <summary>The checkpoint is complete.</summary>
    public abstract void NotifyCheckpointComplete(long checkpointId);

    /// <summary>Gives resources back.</summary>
    public abstract void Close();
}
