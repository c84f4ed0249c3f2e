using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.State;

/// <summary>A <see cref="KeyedStateBackend{TKey}"/> of any type of keys.</summary>
public abstract class KeyedStateBackend : IDisposable
{
    private protected KeyedStateBackend()
    {
    }

    /// <summary>Fires every event-time timer that the watermark reaches, on this thread.</summary>
    public abstract void AdvanceWatermark(long watermark);

    /// <inheritdoc/>
    public abstract void Dispose();

    internal abstract IFrozenState<KeyedStateHandle> Freeze(SnapshotOptions options);

    internal abstract void NotifyCheckpointComplete(long checkpointId);
}
