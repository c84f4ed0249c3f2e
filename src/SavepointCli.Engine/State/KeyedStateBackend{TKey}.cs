using SavepointCli.Engine.State.Keyed;
using SavepointCli.Engine.State.Restore;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Engine.State.Timers;
using SavepointCli.Engine.Types.Equality;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Serializers;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State;

/// <summary>
/// The keyed state of one operator in one subtask, as objects in memory. Mirrors <c>HeapKeyedStateBackend</c>. All members belong to the
/// task's thread; what <see cref="Freeze"/> returns may be written on another.
/// </summary>
/// <typeparam name="TKey">Type of the keys.</typeparam>
public sealed class KeyedStateBackend<TKey> : KeyedStateBackend, IKeyedStateBackend<TKey>
{
    private readonly KeyedBackendCore<TKey> _core;
    private readonly KeyedStateFactory<TKey, VoidNamespace> _states;
    private readonly Dictionary<Type, object> _namespaced = [];
    private readonly TimerServiceFactory<TKey> _timers;

    internal KeyedStateBackend(StateBackendContext context, TypeInformation<TKey> keyType, RestoredKeyedStates restored)
    {
        var serializer = KeySerializerOf(context, keyType, restored);
        _core = new KeyedBackendCore<TKey>(context, keyType, serializer, JavaEqualities.OfKey(keyType), restored);
        _states = new KeyedStateFactory<TKey, VoidNamespace>(_core, Streaming.Types.Types.VoidNamespace);
        _namespaced.Add(typeof(VoidNamespace), _states);
        _timers = new TimerServiceFactory<TKey>(_core);
    }

    /// <inheritdoc/>
    public TKey CurrentKey
    {
        get => _core.Current.RequireKey();
        set
        {
            var hash = _core.Equality.GetHashCode(value);
            var keyGroup = KeyGroups.Of(hash, _core.Context.MaxParallelism);
            if (!_core.Context.KeyGroups.Contains(keyGroup))
            {
                ThrowForeignKey(value, keyGroup);
            }

            _core.Current.Set(value, hash, keyGroup - _core.Context.KeyGroups.Start);
        }
    }

    /// <inheritdoc/>
    public ValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) => _states.GetState(descriptor);

    /// <inheritdoc/>
    public ListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) => _states.GetListState(descriptor);

    /// <inheritdoc/>
    public MapState<TUserKey, TUserValue> GetMapState<TUserKey, TUserValue>(MapStateDescriptor<TUserKey, TUserValue> descriptor)
        where TUserKey : notnull => _states.GetMapState(descriptor);

    /// <inheritdoc/>
    public ReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) => _states.GetReducingState(descriptor);

    /// <inheritdoc/>
    public AggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) => _states.GetAggregatingState(descriptor);

    /// <inheritdoc/>
    public INamespacedStateStore<TNamespace> GetNamespacedStates<TNamespace>(TypeInformation<TNamespace> type)
    {
        if (!_namespaced.TryGetValue(typeof(TNamespace), out var states))
        {
            states = new KeyedStateFactory<TKey, TNamespace>(_core, type);
            _namespaced.Add(typeof(TNamespace), states);
        }

        return (INamespacedStateStore<TNamespace>)states;
    }

    /// <summary>The timer service of a name; asking twice gives the same one.</summary>
    /// <param name="name">Name under which snapshots record the timers.</param>
    /// <param name="namespaceType">Type of the namespaces.</param>
    /// <param name="clock">The clock of the task; restored timers that are overdue fire at its first chance.</param>
    /// <param name="triggerable">What is called when a timer fires.</param>
    public IInternalTimerService<TNamespace> GetTimerService<TNamespace>(
        string name, TypeInformation<TNamespace> namespaceType, IProcessingTimeService clock, ITriggerable<TKey, TNamespace> triggerable) =>
        _timers.Get(name, namespaceType, clock, triggerable);

    /// <inheritdoc/>
    public override void AdvanceWatermark(long watermark) => _timers.AdvanceWatermark(watermark);

    /// <inheritdoc/>
    public override void Dispose() => _timers.Close();

    internal override IFrozenState<KeyedStateHandle> Freeze(SnapshotOptions options)
    {
        var version = _core.Versions.Take();
        var key = _core.KeySerializer.Snapshot;
        FrozenTable[] tables =
        [
            .. _core.Tables.Select(table => table.Freeze()),
            .. _core.Restored.Left.Select(state => new UndecodedTable(state, key, _core.Context)),
        ];
        return new FrozenKeyedState(tables, key, _core.Context.KeyGroups, options, () => _core.Versions.Release(version));
    }

    private static TypeSerializer<TKey> KeySerializerOf(
        StateBackendContext context, TypeInformation<TKey> keyType, RestoredKeyedStates restored)
    {
        foreach (var snapshot in restored.KeySerializers)
        {
            if (SerializerResolver.Resolve(keyType, snapshot).Compatibility != Compatibility.AsIs)
            {
                throw RestoreFaults.Key(context.OperatorName, snapshot, SerializerResolver.Fresh(keyType).Snapshot);
            }
        }

        return SerializerResolver.Fresh(keyType);
    }

    private void ThrowForeignKey(TKey key, int keyGroup) => throw new InvalidOperationException(
        $"key {key} of key group {keyGroup} reached a subtask of operator '{_core.Context.OperatorName}' that holds the key groups {_core.Context.KeyGroups}");
}
