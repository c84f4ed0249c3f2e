using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Windows;

/// <summary>The states in which windows keep what they hold: all elements, or what they fold into.</summary>
internal static class WindowStates
{
    /// <summary>Keeps all elements.</summary>
    public static Func<IKeyedStateStore, WindowContents<T, T>> List<T>(TypeInformation<T> type) => store =>
    {
        var state = store.GetListState(new ListStateDescriptor<T>(WindowContents<T, T>.StateName, type));
        return new WindowContents<T, T>(state, state.Add, () => state.Get() is var elements && elements.Any() ? elements : null, state.Clear);
    };

    /// <summary>Keeps what a function folds them into.</summary>
    public static Func<IKeyedStateStore, WindowContents<T, T>> Reducing<T>(ReduceFunction<T> reduce, TypeInformation<T> type) => store =>
    {
        var state = store.GetReducingState(new ReducingStateDescriptor<T>(WindowContents<T, T>.StateName, (ReduceFunction<T>)reduce.CopyForSubtask(), type));
        return new WindowContents<T, T>(state, state.Add, () => state.TryGetValue(out var value) ? [value] : null, state.Clear);
    };

    /// <summary>Keeps an accumulator of them.</summary>
    public static Func<IKeyedStateStore, WindowContents<T, TResult>> Aggregating<T, TAccumulator, TResult>(
        AggregateFunction<T, TAccumulator, TResult> aggregate, TypeInformation<TAccumulator>? type) => store =>
    {
        var state = store.GetAggregatingState(
            new AggregatingStateDescriptor<T, TAccumulator, TResult>(WindowContents<T, TResult>.StateName, aggregate, type));
        return new WindowContents<T, TResult>(state, state.Add, () => state.TryGetValue(out var value) ? [value] : null, state.Clear);
    };
}
