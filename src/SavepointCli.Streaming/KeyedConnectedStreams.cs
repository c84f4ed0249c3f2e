using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming;

/// <summary>Two streams with keys of one type beside each other; they share state and timers. Mirrors <c>ConnectedStreams</c> of keyed streams.</summary>
public sealed class KeyedConnectedStreams<TFirst, TSecond, TKey>
{
    private readonly KeyedStream<TFirst, TKey> _first;
    private readonly KeyedStream<TSecond, TKey> _second;

    internal KeyedConnectedStreams(KeyedStream<TFirst, TKey> first, KeyedStream<TSecond, TKey> second) => (_first, _second) = (first, second);

    /// <summary>Turns each element into one other.</summary>
    public SingleOutputStreamOperator<TOut> Map<TOut>(CoMapFunction<TFirst, TSecond, TOut> function, TypeInformation<TOut>? type = null) =>
        Transform("Co-Map", function, copy => new CoMapOperator<TFirst, TSecond, TOut>(copy, _first.TypedKey, _second.TypedKey), type);

    /// <summary>Turns each element into any number of others.</summary>
    public SingleOutputStreamOperator<TOut> FlatMap<TOut>(
        CoFlatMapFunction<TFirst, TSecond, TOut> function, TypeInformation<TOut>? type = null) =>
        Transform("Co-Flat Map", function, copy => new CoFlatMapOperator<TFirst, TSecond, TOut>(copy, _first.TypedKey, _second.TypedKey), type);

    /// <summary>Processes the elements of both streams with keyed state and timers.</summary>
    public SingleOutputStreamOperator<TOut> Process<TOut>(
        KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut> function, TypeInformation<TOut>? type = null) =>
        Transform(
            "Keyed Co-Process",
            function,
            copy => new KeyedCoProcessOperator<TKey, TFirst, TSecond, TOut>(copy, _first.TypedKey, _second.TypedKey),
            type);

    private SingleOutputStreamOperator<TOut> Transform<TFunction, TOut>(
        string name, TFunction function, Func<TFunction, StreamOperator> create, TypeInformation<TOut>? type)
        where TFunction : RichFunction =>
        TwoInputTransformation.Add(name, _first, _second, _first.KeyType, function, create, type);
}
