namespace SavepointCli.Streaming.Functions;

/// <summary>Processes a keyed stream beside a broadcast one. Mirrors <c>KeyedBroadcastProcessFunction</c>.</summary>
public abstract class KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut> : RichFunction
{
    /// <summary>Processes an element of the keyed stream; broadcast state can be read.</summary>
    public abstract void ProcessElement(TIn value, IReadOnlyContext context, ICollector<TOut> output);

    /// <summary>Processes a broadcast element; there is no current key.</summary>
    public abstract void ProcessBroadcastElement(
        TBroadcast value, BroadcastProcessFunction<TIn, TBroadcast, TOut>.IContext context, ICollector<TOut> output);

    /// <summary>A timer fires; state and timers are those of the key for which it was registered.</summary>
    public virtual void OnTimer(long timestamp, IOnTimerContext context, ICollector<TOut> output)
    {
    }

    /// <summary>The element being processed.</summary>
    public interface IReadOnlyContext : BroadcastProcessFunction<TIn, TBroadcast, TOut>.IReadOnlyContext
    {
        /// <summary>The key of the element or timer.</summary>
        TKey CurrentKey { get; }
    }

    /// <summary>The timer that fires.</summary>
    public interface IOnTimerContext : IReadOnlyContext
    {
        /// <summary>Which clock the timer follows.</summary>
        TimeDomain TimeDomain { get; }
    }
}
