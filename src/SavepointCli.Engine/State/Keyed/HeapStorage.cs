using SavepointCli.Engine.State.Restore;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Engine.State.Timers;
using SavepointCli.Format.Handles;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Keyed;

/// <summary>Keyed state as objects in memory. Mirrors <c>HeapKeyedStateBackend</c>.</summary>
internal sealed class HeapStorage<TKey>(KeyedBackendCore<TKey> core) : KeyedStorage<TKey>
{
    private readonly HeapTimerQueues<TKey> _timers = new(core);

    public override INamespacedStateStore<TNamespace> States<TNamespace>(TypeInformation<TNamespace> namespaceType) =>
        new KeyedStateFactory<TKey, TNamespace>(core, namespaceType);

    public override TimerQueue<TKey, TNamespace> Timers<TNamespace>(string service, string state, TypeInformation<TNamespace> namespaceType) =>
        _timers.Create(service, state, namespaceType);

    public override IFrozenState<KeyedStateHandle> Freeze(SnapshotOptions options)
    {
        var version = core.Versions.Take();
        var key = core.KeySerializer.Snapshot;
        FrozenTable[] tables =
        [
            .. core.Tables.Select(table => table.Freeze()),
            .. core.Restored.Left.Select(state => new UndecodedTable(state, key, core.Context)),
        ];
        return new FrozenKeyedState(tables, key, core.Context.KeyGroups, options, () => core.Versions.Release(version));
    }

    public override void Dispose()
    {
        // Objects in memory go with the backend.
    }
}
