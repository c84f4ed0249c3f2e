using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Functions;

/// <summary>Processes a stream without key beside a broadcast one. Mirrors <c>BroadcastProcessFunction</c>.</summary>
public abstract class BroadcastProcessFunction<TIn, TBroadcast, TOut> : RichFunction
{
    /// <summary>Processes an element of the stream; broadcast state can be read.</summary>
    public abstract void ProcessElement(TIn value, IReadOnlyContext context, ICollector<TOut> output);

    /// <summary>Processes a broadcast element; every subtask gets it and must change the broadcast state in the same way.</summary>
    public abstract void ProcessBroadcastElement(TBroadcast value, IContext context, ICollector<TOut> output);

    /// <summary>The element being processed.</summary>
    public interface IReadOnlyContext
    {
        /// <summary>Timestamp of the element; null if it has none.</summary>
        long? Timestamp { get; }

        /// <summary>The clocks.</summary>
        ITimerService TimerService { get; }

        /// <summary>Emits a record to a side output, with the timestamp of what is being processed.</summary>
        void Output<TSide>(OutputTag<TSide> tag, TSide value);

        /// <summary>A broadcast state that was given when the stream was broadcast.</summary>
        ReadOnlyBroadcastState<TKey, TValue> GetBroadcastState<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
            where TKey : notnull;
    }

    /// <summary>The broadcast element being processed.</summary>
    public interface IContext
    {
        /// <summary>Timestamp of the element; null if it has none.</summary>
        long? Timestamp { get; }

        /// <summary>Emits a record to a side output, with the timestamp of what is being processed.</summary>
        void Output<TSide>(OutputTag<TSide> tag, TSide value);

        /// <summary>A broadcast state that was given when the stream was broadcast.</summary>
        BroadcastState<TKey, TValue> GetBroadcastState<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
            where TKey : notnull;
    }
}
