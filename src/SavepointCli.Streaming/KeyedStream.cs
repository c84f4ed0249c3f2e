using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Streaming;

/// <summary>A stream with a key: operators on it have keyed state and timers. Mirrors <c>KeyedStream</c>.</summary>
public sealed class KeyedStream<T, TKey> : DataStream<T>
{
    private readonly KeyPartitioning<T, TKey> _key;

    internal KeyedStream(DataStream<T> stream, KeyPartitioning<T, TKey> key)
        : base(stream.Environment, [.. stream.Origins.Select(origin => origin with { Partitioning = key })], stream.Type) => _key = key;

    /// <summary>Type of the keys.</summary>
    public TypeInformation<TKey> KeyType => _key.Type;

    internal KeyPartitioning<T, TKey> TypedKey => _key;

    private protected override KeyPartitioning<T> Key => _key;

    /// <summary>Processes the elements with keyed state and timers.</summary>
    public SingleOutputStreamOperator<TOut> Process<TOut>(
        KeyedProcessFunction<TKey, T, TOut> function, TypeInformation<TOut>? type = null) =>
        Transform("KeyedProcess", function, copy => new KeyedProcessOperator<TKey, T, TOut>(copy, _key), type);

    /// <summary>Emits, after every element, what all elements of its key fold into.</summary>
    public SingleOutputStreamOperator<T> Reduce(Func<T, T, T> reduce) => Reduce(ReduceFunction.Of(reduce));

    /// <summary>Emits, after every element, what all elements of its key fold into.</summary>
    public SingleOutputStreamOperator<T> Reduce(ReduceFunction<T> function) =>
        Transform("Keyed Reduce", function, copy => new KeyedReduceOperator<T>(copy, _key, Type), Type);

    /// <summary>Brings this stream together with a broadcast one, keeping its key.</summary>
    public new KeyedBroadcastConnectedStream<T, TKey, TBroadcast> Connect<TBroadcast>(BroadcastStream<TBroadcast> broadcast) =>
        new(this, broadcast);

    /// <summary>Brings this stream together with another one that has keys of the same type.</summary>
    public KeyedConnectedStreams<T, TSecond, TKey> Connect<TSecond>(KeyedStream<TSecond, TKey> second) => new(this, second);

    /// <summary>Joins elements of this stream with those of another one that have the same key and lie near in event time.</summary>
    public IntervalJoin<T, TRight, TKey> IntervalJoin<TRight>(KeyedStream<TRight, TKey> right) => new(this, right);

    /// <summary>Gathers the elements of each key in windows.</summary>
    public WindowedStream<T, TKey, TWindow> Window<TWindow>(WindowAssigner<TWindow> assigner)
        where TWindow : struct, IWindow => new(this, assigner);

    /// <summary>Gathers so many elements of each key at a time.</summary>
    public WindowedStream<T, TKey, GlobalWindow> CountWindow(long size) =>
        Window(GlobalWindows.Create()).Trigger(new PurgingTrigger<T, GlobalWindow>(new CountTrigger<T, GlobalWindow>(size)));

    internal SingleOutputStreamOperator<TOut> TransformWindows<TContent, TOut, TWindow>(
        string name,
        ProcessWindowFunction<TContent, TOut, TKey, TWindow> function,
        WindowSettings<T, TContent, TWindow> settings,
        TypeInformation<TOut>? type,
        bool isNonParallel)
        where TWindow : struct, IWindow =>
        Transform(
            name,
            function,
            copy => new WindowOperator<TKey, T, TContent, TOut, TWindow>(copy, _key, settings),
            type,
            isNonParallel);
}
