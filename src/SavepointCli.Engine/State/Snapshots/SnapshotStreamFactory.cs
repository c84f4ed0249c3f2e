using SavepointCli.Storage;

namespace SavepointCli.Engine.State.Snapshots;

/// <summary>Opens the streams into which a snapshot's state is written. Safe to call from several tasks at once.</summary>
public sealed class SnapshotStreamFactory(IStorage storage, SnapshotLocation location)
{
    /// <summary>Opens a stream; nothing exists in the storage until it outgrows the inline threshold.</summary>
    public SnapshotStream Create() => new(storage, location, Guid.NewGuid().ToString("D"));

    /// <summary>Opens a stream for what later checkpoints may use as well; in the snapshot's own directory if there is none for that.</summary>
    public SnapshotStream CreateShared() => location.SharedDirectory is { } shared
        ? new(storage, location with { Directory = shared, RelativeReferences = false }, Guid.NewGuid().ToString("D"))
        : Create();
}
