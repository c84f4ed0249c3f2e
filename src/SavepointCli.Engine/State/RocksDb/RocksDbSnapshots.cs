using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>Takes snapshots of a database. Mirrors <c>RocksIncrementalSnapshotStrategy</c> and its siblings.</summary>
internal sealed class RocksDbSnapshots(StateBackendContext context, SerializerSnapshot key, RocksDbStateDatabase database)
{
    private readonly string _backendId = Guid.NewGuid().ToString("D");
    private readonly StoredTables _stored = new();

    /// <summary>The part that must see one moment: a snapshot of the database for a canonical one, else a copy of it by links.</summary>
    public IFrozenState<KeyedStateHandle> Freeze(SnapshotOptions options)
    {
        if (options.Format == SavepointFormat.Canonical)
        {
            return new FrozenEntries(database, key, context, options);
        }

        var copy = database.Folder.NextCopy();
        database.Database.CreateCheckpoint(copy);
        return new FrozenFiles(database, copy, key, context, options, _backendId, _stored);
    }

    /// <summary>The tables of a checkpoint are stored for good: the next may refer to them.</summary>
    public void NotifyCheckpointComplete(long checkpointId) => _stored.Confirm(checkpointId);
}
