using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.State.Timers;
using SavepointCli.Format.Handles;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>Keyed state as bytes in a RocksDB database. Mirrors <c>RocksDBKeyedStateBackend</c>.</summary>
internal sealed class RocksDbStorage<TKey>(KeyedBackendCore<TKey> core, RocksDbStateDatabase database) : KeyedStorage<TKey>
{
    private readonly RocksDbColumns<TKey> _columns = new(core, database);
    private readonly RocksDbTimerQueues<TKey> _timers = new(core, database);
    private readonly RocksDbSnapshots _snapshots = new(core.Context, core.KeySerializer.Snapshot, database);

    public override INamespacedStateStore<TNamespace> States<TNamespace>(TypeInformation<TNamespace> namespaceType) =>
        new RocksDbStateFactory<TKey, TNamespace>(core, _columns, namespaceType);

    public override TimerQueue<TKey, TNamespace> Timers<TNamespace>(string service, string state, TypeInformation<TNamespace> namespaceType) =>
        _timers.Create(service, state, namespaceType);

    public override IFrozenState<KeyedStateHandle> Freeze(SnapshotOptions options) => _snapshots.Freeze(options);

    public override void NotifyCheckpointComplete(long checkpointId) => _snapshots.NotifyCheckpointComplete(checkpointId);

    public override void Dispose() => database.Dispose();
}
