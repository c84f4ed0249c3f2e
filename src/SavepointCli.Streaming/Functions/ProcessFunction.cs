namespace SavepointCli.Streaming.Functions;

/// <summary>Processes the elements of a stream without key. Mirrors <c>ProcessFunction</c>.</summary>
public abstract class ProcessFunction<TIn, TOut> : RichFunction
{
    /// <summary>Processes one element.</summary>
    public abstract void ProcessElement(TIn value, IContext context, ICollector<TOut> output);

    /// <summary>The element being processed.</summary>
    public interface IContext
    {
        /// <summary>Timestamp of the element; null if it has none.</summary>
        long? Timestamp { get; }

        /// <summary>The clocks. Timers need a key: registering one on a stream without key is an error.</summary>
        ITimerService TimerService { get; }

        /// <summary>Emits a record to a side output, with the timestamp of what is being processed.</summary>
        void Output<TSide>(OutputTag<TSide> tag, TSide value);
    }
}
