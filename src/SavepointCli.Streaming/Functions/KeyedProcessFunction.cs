namespace SavepointCli.Streaming.Functions;

/// <summary>Processes the elements of a keyed stream, with keyed state and timers. Mirrors <c>KeyedProcessFunction</c>.</summary>
public abstract class KeyedProcessFunction<TKey, TIn, TOut> : RichFunction
{
    /// <summary>Processes one element; state and timers are those of its key.</summary>
    public abstract void ProcessElement(TIn value, IContext context, ICollector<TOut> output);

    /// <summary>A timer fires; state and timers are those of the key for which it was registered.</summary>
    public virtual void OnTimer(long timestamp, IOnTimerContext context, ICollector<TOut> output)
    {
    }

    /// <summary>The element being processed.</summary>
    public interface IContext
    {
        /// <summary>Timestamp of the element or timer; null if the element has none.</summary>
        long? Timestamp { get; }

        /// <summary>The clocks and the timers of the current key.</summary>
        ITimerService TimerService { get; }

        /// <summary>The key of the element or timer.</summary>
        TKey CurrentKey { get; }

        /// <summary>Emits a record to a side output, with the timestamp of what is being processed.</summary>
        void Output<TSide>(OutputTag<TSide> tag, TSide value);
    }

    /// <summary>The timer that fires.</summary>
    public interface IOnTimerContext : IContext
    {
        /// <summary>Which clock the timer follows.</summary>
        TimeDomain TimeDomain { get; }
    }
}
