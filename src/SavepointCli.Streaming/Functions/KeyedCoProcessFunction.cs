namespace SavepointCli.Streaming.Functions;

/// <summary>Processes the elements of two keyed streams, with keyed state and timers in common. Mirrors <c>KeyedCoProcessFunction</c>.</summary>
public abstract class KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut> : RichFunction
{
    /// <summary>Processes one element of the first stream.</summary>
    public abstract void ProcessFirst(TFirst value, IContext context, ICollector<TOut> output);

    /// <summary>Processes one element of the second stream.</summary>
    public abstract void ProcessSecond(TSecond value, IContext context, ICollector<TOut> output);

    /// <summary>A timer fires; state and timers are those of the key for which it was registered.</summary>
    public virtual void OnTimer(long timestamp, IOnTimerContext context, ICollector<TOut> output)
    {
    }

    /// <summary>The element being processed.</summary>
    public interface IContext
    {
        /// <summary>Timestamp of the element or timer; null if it has none.</summary>
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
