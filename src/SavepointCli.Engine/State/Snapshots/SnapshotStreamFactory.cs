using SavepointCli.Storage;

namespace SavepointCli.Engine.State.Snapshots;

/// <summary>Opens the streams into which a snapshot's state is written. Safe to call from several tasks at once.</summary>
public sealed class SnapshotStreamFactory(IStorage storage, SnapshotLocation location)
{
    /// <summary>Opens a stream; nothing exists in the storage until it outgrows the inline threshold.</summary>
    public SnapshotStream Create() => new(storage, location, Guid.NewGuid().ToString("D"));
}
