using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming;

/// <summary>A stream that goes to every subtask of the operator it is connected to. Mirrors <c>BroadcastStream</c>.</summary>
public sealed class BroadcastStream<T>
{
    internal BroadcastStream(DataStream<T> stream, IReadOnlyList<BroadcastStateRegistration> states) => (Stream, States) = (stream, states);

    internal DataStream<T> Stream { get; }

    internal IReadOnlyList<BroadcastStateRegistration> States { get; }

    /// <summary>The same with a further broadcast state.</summary>
    public BroadcastStream<T> With<TKey, TValue>(MapStateDescriptor<TKey, TValue> state)
        where TKey : notnull => new(Stream, [.. States, BroadcastStateRegistration.Of(state)]);
}
