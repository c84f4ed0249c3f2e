using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Streaming;

/// <summary>A keyed stream whose elements are gathered in windows. Mirrors <c>WindowedStream</c>.</summary>
public sealed class WindowedStream<T, TKey, TWindow>
    where TWindow : struct, IWindow
{
    private readonly KeyedStream<T, TKey> _stream;
    private readonly WindowAssigner<TWindow> _assigner;
    private readonly bool _isNonParallel;
    private Trigger<T, TWindow>? _trigger;
    private long _allowedLateness;
    private OutputTag<T>? _lateData;

    internal WindowedStream(KeyedStream<T, TKey> stream, WindowAssigner<TWindow> assigner, bool isNonParallel = false)
    {
        ArgumentNullException.ThrowIfNull(assigner);
        (_stream, _assigner, _isNonParallel) = (stream, assigner, isNonParallel);
    }

    /// <summary>Says when windows emit, instead of what the assigner would.</summary>
    /// <exception cref="JobGraphException">The windows merge and the trigger does not work with that.</exception>
    public WindowedStream<T, TKey, TWindow> Trigger(Trigger<T, TWindow> trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        if (_assigner is MergingWindowAssigner<TWindow> && !trigger.CanMerge)
            throw new JobGraphException(
                $"{trigger.GetType().Name} does not work with {_assigner.Name}, whose windows merge.", "Use a trigger that can merge.");
        _trigger = trigger;
        return this;
    }

    /// <summary>Keeps windows for a while of event time after their end, and lets them emit again for elements that come meanwhile.</summary>
    public WindowedStream<T, TKey, TWindow> AllowedLateness(TimeSpan lateness)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lateness, TimeSpan.Zero);
        _allowedLateness = (long)lateness.TotalMilliseconds;
        return this;
    }

    /// <summary>Sends elements that come too late to a side output instead of dropping them.</summary>
    public WindowedStream<T, TKey, TWindow> SideOutputLateData(OutputTag<T> tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        _lateData = tag;
        return this;
    }

    /// <summary>Emits, for each window, what its elements fold into.</summary>
    public SingleOutputStreamOperator<T> Reduce(Func<T, T, T> reduce) => Reduce(ReduceFunction.Of(reduce));

    /// <summary>Emits, for each window, what its elements fold into.</summary>
    public SingleOutputStreamOperator<T> Reduce(ReduceFunction<T> reduce) => Reduce(reduce, new WindowResult<T, TKey, TWindow>(), _stream.Type);

    /// <summary>Folds the elements of each window and lets a function make results of that.</summary>
    public SingleOutputStreamOperator<TOut> Reduce<TOut>(
        ReduceFunction<T> reduce, ProcessWindowFunction<T, TOut, TKey, TWindow> function, TypeInformation<TOut>? type = null) =>
        Transform(WindowStates.Reducing(reduce, _stream.Type), function, type);

    /// <summary>Emits, for each window, the result of an accumulator.</summary>
    public SingleOutputStreamOperator<TOut> Aggregate<TAccumulator, TOut>(
        AggregateFunction<T, TAccumulator, TOut> aggregate,
        TypeInformation<TAccumulator>? accumulatorType = null,
        TypeInformation<TOut>? type = null) =>
        Aggregate(aggregate, new WindowResult<TOut, TKey, TWindow>(), accumulatorType, type);

    /// <summary>Feeds the elements of each window to an accumulator and lets a function make results of what comes of it.</summary>
    public SingleOutputStreamOperator<TOut> Aggregate<TAccumulator, TResult, TOut>(
        AggregateFunction<T, TAccumulator, TResult> aggregate,
        ProcessWindowFunction<TResult, TOut, TKey, TWindow> function,
        TypeInformation<TAccumulator>? accumulatorType = null,
        TypeInformation<TOut>? type = null) =>
        Transform(WindowStates.Aggregating(aggregate, accumulatorType), function, type);

    /// <summary>Keeps all elements of each window and lets a function make results of them.</summary>
    public SingleOutputStreamOperator<TOut> Process<TOut>(
        ProcessWindowFunction<T, TOut, TKey, TWindow> function, TypeInformation<TOut>? type = null) =>
        Transform(WindowStates.List(_stream.Type), function, type);

    private SingleOutputStreamOperator<TOut> Transform<TContent, TOut>(
        Func<IKeyedStateStore, WindowContents<T, TContent>> contents,
        ProcessWindowFunction<TContent, TOut, TKey, TWindow> function,
        TypeInformation<TOut>? type)
    {
        var settings = new WindowSettings<T, TContent, TWindow>(
            _assigner, _trigger ?? _assigner.DefaultTrigger<T>(), _allowedLateness, _lateData, contents);
        return _stream.TransformWindows(_assigner.Name, function, settings, type, _isNonParallel);
    }
}
