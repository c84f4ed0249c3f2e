using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming;

/// <summary>A keyed stream beside a broadcast one. Mirrors <c>BroadcastConnectedStream</c> of a keyed stream.</summary>
public sealed class KeyedBroadcastConnectedStream<T, TKey, TBroadcast>
{
    private readonly KeyedStream<T, TKey> _stream;
    private readonly BroadcastStream<TBroadcast> _broadcast;

    internal KeyedBroadcastConnectedStream(KeyedStream<T, TKey> stream, BroadcastStream<TBroadcast> broadcast) =>
        (_stream, _broadcast) = (stream, broadcast);

    /// <summary>Processes both streams; the keyed side has keyed state and timers.</summary>
    public SingleOutputStreamOperator<TOut> Process<TOut>(
        KeyedBroadcastProcessFunction<TKey, T, TBroadcast, TOut> function, TypeInformation<TOut>? type = null) =>
        TwoInputTransformation.Add(
            "Co-Process-Broadcast-Keyed",
            _stream,
            _broadcast.Stream,
            _stream.KeyType,
            function,
            copy => new KeyedBroadcastProcessOperator<TKey, T, TBroadcast, TOut>(copy, _stream.TypedKey, _broadcast.States),
            type);
}
