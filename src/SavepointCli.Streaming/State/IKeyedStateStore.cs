namespace SavepointCli.Streaming.State;

/// <summary>
/// Gives the keyed states of an operator. Asking twice for one name gives the same state; the state follows the current key.
/// Mirrors <c>org.apache.flink.api.common.state.KeyedStateStore</c>; implemented by the engine's state backends.
/// </summary>
public interface IKeyedStateStore
{
    /// <summary>A state with one value per key.</summary>
    ValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor);

    /// <summary>A state with a list per key.</summary>
    ListState<T> GetListState<T>(ListStateDescriptor<T> descriptor);

    /// <summary>A state with a map per key.</summary>
    MapState<TKey, TValue> GetMapState<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
        where TKey : notnull;

    /// <summary>A state with a reduced value per key.</summary>
    ReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor);

    /// <summary>A state with an accumulator per key.</summary>
    AggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor);
}
