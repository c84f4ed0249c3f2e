using SavepointCli.Engine.State.Codecs;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Engine.State.Ttl;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Keyed;

/// <summary>Gives the states of descriptors in one type of namespace: one object per name, created at the first call.</summary>
internal sealed class KeyedStateFactory<TKey, TNamespace>(KeyedBackendCore<TKey> core, TypeInformation<TNamespace> namespaceType)
    : INamespacedStateStore<TNamespace>
{
    private readonly StateTableFactory<TKey> _tables = new(core);
    private readonly RegisteredStates _states = new(core.Context.OperatorName, core.Names);
    private readonly List<INamespaced<TNamespace>> _namespaced = [];
    private TNamespace _namespace = default!;

    public void SetCurrentNamespace(TNamespace @namespace)
    {
        _namespace = @namespace;
        foreach (var table in _namespaced)
        {
            table.Namespace = @namespace;
        }
    }

    public ValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) => _states.Get<ValueState<T>>(descriptor, () =>
        Clock(descriptor) is { } clock
            ? new TtlValueState<TKey, TNamespace, T>(
                ValueTable(descriptor, KeyedStateType.Value, descriptor.Type, clock), clock)
            : new HeapValueState<TKey, TNamespace, T>(Table(descriptor, KeyedStateType.Value, StateShapes.Value(descriptor.Type))));

    public ListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) => _states.Get<ListState<T>>(descriptor, () =>
        Clock(descriptor) is { } clock
            ? new TtlListState<TKey, TNamespace, T>(
                TtlTable(descriptor, KeyedStateType.List, StateShapes.TtlList(descriptor.ElementType), list => list.TrueForAll(clock.IsExpired)),
                clock)
            : new HeapListState<TKey, TNamespace, T>(Table(descriptor, KeyedStateType.List, StateShapes.List(descriptor.ElementType))));

    public MapState<TUserKey, TUserValue> GetMapState<TUserKey, TUserValue>(MapStateDescriptor<TUserKey, TUserValue> descriptor)
        where TUserKey : notnull => _states.Get<MapState<TUserKey, TUserValue>>(descriptor, () =>
    {
        var comparer = StateShapes.ComparerOf(descriptor.KeyType);
        return Clock(descriptor) is { } clock
            ? new TtlMapState<TKey, TNamespace, TUserKey, TUserValue>(
                TtlTable(
                    descriptor,
                    KeyedStateType.Map,
                    StateShapes.TtlMap(descriptor.KeyType, descriptor.ValueType),
                    map => map.Values.All(clock.IsExpired))!,
                clock,
                comparer)
            : new HeapMapState<TKey, TNamespace, TUserKey, TUserValue>(
                Table(descriptor, KeyedStateType.Map, StateShapes.Map(descriptor.KeyType, descriptor.ValueType))!, comparer);
    });

    public ReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) => _states.Get<ReducingState<T>>(descriptor, () =>
        Clock(descriptor) is { } clock
            ? new TtlReducingState<TKey, TNamespace, T>(
                ValueTable(descriptor, KeyedStateType.Reducing, descriptor.Type, clock), clock, descriptor.Reduce)
            : new HeapReducingState<TKey, TNamespace, T>(
                Table(descriptor, KeyedStateType.Reducing, StateShapes.Value(descriptor.Type)), descriptor.Reduce));

    public AggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) =>
        _states.Get<AggregatingState<TIn, TOut>>(descriptor, () => Clock(descriptor) is { } clock
            ? new TtlAggregatingState<TKey, TNamespace, TIn, TAccumulator, TOut>(
                ValueTable(descriptor, KeyedStateType.Aggregating, descriptor.AccumulatorType, clock), clock, descriptor.Aggregate)
            : new HeapAggregatingState<TKey, TNamespace, TIn, TAccumulator, TOut>(
                Table(descriptor, KeyedStateType.Aggregating, StateShapes.Value(descriptor.AccumulatorType)), descriptor.Aggregate));

    private StateTable<TKey, TNamespace, TState> Table<TState>(StateDescriptor descriptor, KeyedStateType type, StateShape<TState> shape)
    {
        var table = _tables.Create(descriptor.Name, type, namespaceType, shape);
        table.Namespace = _namespace;
        _namespaced.Add(table);
        return table;
    }

    private TtlTable<TKey, TNamespace, TtlValue<T>> ValueTable<T>(
        StateDescriptor descriptor, KeyedStateType type, TypeInformation<T> valueType, TtlClock clock) =>
        TtlTable(descriptor, type, StateShapes.TtlValue(valueType), clock.IsExpired);

    private TtlTable<TKey, TNamespace, TState> TtlTable<TState>(
        StateDescriptor descriptor, KeyedStateType type, StateShape<TState> shape, Predicate<TState> isExpired) =>
        new(Table(descriptor, type, shape), isExpired, core.Equality.GetHashCode);

    private TtlClock? Clock(StateDescriptor descriptor) => descriptor.TimeToLive is { } ttl ? new TtlClock(ttl, core.Context.Time) : null;
}
