using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming;

/// <summary>A stream without key beside a broadcast one. Mirrors <c>BroadcastConnectedStream</c>.</summary>
public sealed class BroadcastConnectedStream<T, TBroadcast>
{
    private readonly DataStream<T> _stream;
    private readonly BroadcastStream<TBroadcast> _broadcast;

    internal BroadcastConnectedStream(DataStream<T> stream, BroadcastStream<TBroadcast> broadcast) =>
        (_stream, _broadcast) = (stream, broadcast);

    /// <summary>Processes both streams.</summary>
    public SingleOutputStreamOperator<TOut> Process<TOut>(
        BroadcastProcessFunction<T, TBroadcast, TOut> function, TypeInformation<TOut>? type = null) =>
        TwoInputTransformation.Add(
            "Co-Process-Broadcast",
            _stream,
            _broadcast.Stream,
            null,
            function,
            copy => new BroadcastProcessOperator<T, TBroadcast, TOut>(copy, _broadcast.States),
            type);
}
