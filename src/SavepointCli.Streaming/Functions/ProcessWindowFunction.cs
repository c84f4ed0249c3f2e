using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Streaming.Functions;

/// <summary>Makes the results of a window. Mirrors <c>ProcessWindowFunction</c>.</summary>
public abstract class ProcessWindowFunction<TIn, TOut, TKey, TWindow> : RichFunction
    where TWindow : struct, IWindow
{
    /// <summary>A window fires.</summary>
    /// <param name="key">The key of the window.</param>
    /// <param name="context">The window.</param>
    /// <param name="elements">What the window holds: its elements, or the one value into which they were folded.</param>
    /// <param name="output">Takes the results; their timestamp is the last of the window.</param>
    public abstract void Process(TKey key, IContext context, IEnumerable<TIn> elements, ICollector<TOut> output);

    /// <summary>A window ends: drop the states that were kept for it.</summary>
    public virtual void Clear(IContext context)
    {
    }

    /// <summary>The window at hand.</summary>
    public interface IContext
    {
        /// <summary>The window.</summary>
        TWindow Window { get; }

        /// <summary>The wall clock in milliseconds since 1970 UTC.</summary>
        long CurrentProcessingTime { get; }

        /// <summary>The last watermark.</summary>
        long CurrentWatermark { get; }

        /// <summary>States of the key in this window; use one before asking for another. Drop them in <see cref="Clear"/>.</summary>
        IKeyedStateStore WindowState { get; }

        /// <summary>States of the key in all windows.</summary>
        IKeyedStateStore GlobalState { get; }

        /// <summary>Emits a record to a side output.</summary>
        void Output<TSide>(OutputTag<TSide> tag, TSide value);
    }
}
