using SavepointCli.Engine.State.Codecs;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Engine.State.Ttl;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>Gives the states of descriptors in one type of namespace: one object per name, created at the first call.</summary>
internal sealed class RocksDbStateFactory<TKey, TNamespace>(
    KeyedBackendCore<TKey> core, RocksDbColumns<TKey> columns, TypeInformation<TNamespace> namespaceType) : INamespacedStateStore<TNamespace>
{
    private readonly RegisteredStates _states = new(core.Context.OperatorName, core.Names);
    private readonly List<INamespaced<TNamespace>> _namespaced = [];
    private TNamespace _namespace = default!;

    public void SetCurrentNamespace(TNamespace @namespace)
    {
        _namespace = @namespace;
        foreach (var column in _namespaced)
        {
            column.Namespace = @namespace;
        }
    }

    public ValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) =>
        _states.Get<ValueState<T>>(descriptor, () => ValueOf(descriptor, KeyedStateType.Value, descriptor.Type, out _));

    public ListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) => _states.Get<ListState<T>>(descriptor, () =>
        Clock(descriptor) is { } clock
            ? new ExpiringListState<T>(ListOf(descriptor, StateShapes.TtlList(descriptor.ElementType)), clock)
            : ListOf(descriptor, StateShapes.List(descriptor.ElementType)));

    public MapState<TUserKey, TUserValue> GetMapState<TUserKey, TUserValue>(MapStateDescriptor<TUserKey, TUserValue> descriptor)
        where TUserKey : notnull => _states.Get<MapState<TUserKey, TUserValue>>(descriptor, () =>
        Clock(descriptor) is { } clock
            ? new ExpiringMapState<TUserKey, TUserValue>(MapOf(descriptor, StateShapes.TtlMap(descriptor.KeyType, descriptor.ValueType))!, clock)
            : MapOf(descriptor, StateShapes.Map(descriptor.KeyType, descriptor.ValueType)));

    public ReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) => _states.Get<ReducingState<T>>(descriptor, () =>
    {
        var reduced = ValueOf(descriptor, KeyedStateType.Reducing, descriptor.Type, out var column);
        return new RocksDbReducingState<TKey, TNamespace, T>(column, reduced, descriptor.Reduce);
    });

    public AggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) => _states.Get<AggregatingState<TIn, TOut>>(descriptor, () =>
    {
        var accumulated = ValueOf(descriptor, KeyedStateType.Aggregating, descriptor.AccumulatorType, out var column);
        return new RocksDbAggregatingState<TKey, TNamespace, TIn, TAccumulator, TOut>(column, accumulated, descriptor.Aggregate);
    });

    private ValueState<T> ValueOf<T>(
        StateDescriptor descriptor, KeyedStateType type, TypeInformation<T> valueType, out RocksDbColumn<TKey, TNamespace> column)
    {
        if (Clock(descriptor) is not { } clock)
        {
            column = Open(descriptor, type, StateShapes.Value(valueType), out var serializer);
            return new RocksDbValueState<TKey, TNamespace, T>(column, serializer);
        }

        column = Open(descriptor, type, StateShapes.TtlValue(valueType), out var expiring);
        return new ExpiringValueState<T>(new RocksDbValueState<TKey, TNamespace, Format.Values.TtlValue<T>>(column, expiring), clock);
    }

    private RocksDbListState<TKey, TNamespace, T> ListOf<T>(StateDescriptor descriptor, StateShape<List<T>> shape)
    {
        var column = Open(descriptor, KeyedStateType.List, shape, out var serializer);
        return new RocksDbListState<TKey, TNamespace, T>(column, ((ListSerializer<T>)serializer).Element);
    }

    private RocksDbMapState<TKey, TNamespace, TUserKey, TUserValue> MapOf<TUserKey, TUserValue>(
        StateDescriptor descriptor, StateShape<Dictionary<TUserKey, TUserValue>> shape)
        where TUserKey : notnull
    {
        var column = Open(descriptor, KeyedStateType.Map, shape, out var serializer);
        return new RocksDbMapState<TKey, TNamespace, TUserKey, TUserValue>(column, (MapSerializer<TUserKey, TUserValue?>)(object)serializer);
    }

    private RocksDbColumn<TKey, TNamespace> Open<TState>(
        StateDescriptor descriptor, KeyedStateType type, StateShape<TState> shape, out TypeSerializer<TState> serializer)
    {
        var column = columns.Open(descriptor.Name, type, namespaceType, shape, out serializer);
        column.Namespace = _namespace;
        _namespaced.Add(column);
        return column;
    }

    private TtlClock? Clock(StateDescriptor descriptor) => descriptor.TimeToLive is { } ttl ? new TtlClock(ttl, core.Context.Time) : null;
}
