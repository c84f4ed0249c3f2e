using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.State.Timers;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State;

/// <summary>
/// The keyed state of one operator in one subtask. Mirrors <c>AbstractKeyedStateBackend</c>. All members belong to the task's thread; what
/// <see cref="Freeze"/> returns may be written on another.
/// </summary>
/// <typeparam name="TKey">Type of the keys.</typeparam>
public sealed class KeyedStateBackend<TKey> : KeyedStateBackend, IKeyedStateBackend<TKey>
{
    private readonly KeyedBackendCore<TKey> _core;
    private readonly KeyedStorage<TKey> _storage;
    private readonly INamespacedStateStore<VoidNamespace> _states;
    private readonly Dictionary<Type, object> _namespaced = [];
    private readonly TimerServiceFactory<TKey> _timers;

    internal KeyedStateBackend(KeyedBackendCore<TKey> core, KeyedStorage<TKey> storage)
    {
        _core = core;
        _storage = storage;
        _states = GetNamespacedStates(Streaming.Types.Types.VoidNamespace);
        _timers = new TimerServiceFactory<TKey>(core, storage);
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
            states = _storage.States(type);
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
    public override void Dispose()
    {
        _timers.Close();
        _storage.Dispose();
    }

    internal override IFrozenState<KeyedStateHandle> Freeze(SnapshotOptions options) => _storage.Freeze(options);

    internal override void NotifyCheckpointComplete(long checkpointId) => _storage.NotifyCheckpointComplete(checkpointId);

    private void ThrowForeignKey(TKey key, int keyGroup) => throw new InvalidOperationException(
        $"key {key} of key group {keyGroup} reached a subtask of operator '{_core.Context.OperatorName}' that holds the key groups {_core.Context.KeyGroups}");
}
