namespace SavepointCli.Streaming.Functions;

/// <summary>Processes the elements of two streams. Mirrors <c>CoProcessFunction</c>.</summary>
public abstract class CoProcessFunction<TFirst, TSecond, TOut> : RichFunction
{
    /// <summary>Processes one element of the first stream.</summary>
    public abstract void ProcessFirst(TFirst value, IContext context, ICollector<TOut> output);

    /// <summary>Processes one element of the second stream.</summary>
    public abstract void ProcessSecond(TSecond value, IContext context, ICollector<TOut> output);

    /// <summary>The element being processed.</summary>
    public interface IContext
    {
        /// <summary>Timestamp of the element; null if it has none.</summary>
        long? Timestamp { get; }

        /// <summary>The clocks. Timers need a key: registering one on streams without key is an error.</summary>
        ITimerService TimerService { get; }

        /// <summary>Emits a record to a side output, with the timestamp of what is being processed.</summary>
        void Output<TSide>(OutputTag<TSide> tag, TSide value);
    }
}
