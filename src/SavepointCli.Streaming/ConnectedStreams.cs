using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming;

/// <summary>Two streams beside each other. Mirrors <c>ConnectedStreams</c>.</summary>
public sealed class ConnectedStreams<TFirst, TSecond>
{
    private readonly DataStream<TFirst> _first;
    private readonly DataStream<TSecond> _second;

    internal ConnectedStreams(DataStream<TFirst> first, DataStream<TSecond> second) => (_first, _second) = (first, second);

    /// <summary>Gives both streams a key of one type: elements of one key go to one subtask, which keeps their state.</summary>
    public KeyedConnectedStreams<TFirst, TSecond, TKey> KeyBy<TKey>(
        Func<TFirst, TKey> first, Func<TSecond, TKey> second, TypeInformation<TKey>? keyType = null) =>
        new(_first.KeyBy(first, keyType), _second.KeyBy(second, keyType));

    /// <summary>Turns each element into one other.</summary>
    public SingleOutputStreamOperator<TOut> Map<TOut>(CoMapFunction<TFirst, TSecond, TOut> function, TypeInformation<TOut>? type = null) =>
        TwoInputTransformation.Add(
            "Co-Map", _first, _second, null, function, copy => new CoMapOperator<TFirst, TSecond, TOut>(copy, null, null), type);

    /// <summary>Turns each element into any number of others.</summary>
    public SingleOutputStreamOperator<TOut> FlatMap<TOut>(
        CoFlatMapFunction<TFirst, TSecond, TOut> function, TypeInformation<TOut>? type = null) =>
        TwoInputTransformation.Add(
            "Co-Flat Map", _first, _second, null, function, copy => new CoFlatMapOperator<TFirst, TSecond, TOut>(copy, null, null), type);

    /// <summary>Processes the elements of both streams.</summary>
    public SingleOutputStreamOperator<TOut> Process<TOut>(
        CoProcessFunction<TFirst, TSecond, TOut> function, TypeInformation<TOut>? type = null) =>
        TwoInputTransformation.Add(
            "Co-Process", _first, _second, null, function, copy => new CoProcessOperator<TFirst, TSecond, TOut>(copy), type);
}
