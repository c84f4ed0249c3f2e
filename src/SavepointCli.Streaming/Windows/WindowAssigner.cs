using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Windows;

/// <summary>Says to which windows an element belongs. Mirrors <c>WindowAssigner</c>.</summary>
public abstract class WindowAssigner<TWindow>
    where TWindow : struct, IWindow
{
    /// <summary>Name for people, that of Flink's class.</summary>
    public abstract string Name { get; }

    /// <summary>Type of the windows, under which snapshots record them.</summary>
    public abstract TypeInformation<TWindow> WindowType { get; }

    /// <summary>Whether the windows follow event time; else they follow the clock.</summary>
    public abstract bool IsEventTime { get; }

    /// <summary>The windows of an element.</summary>
    /// <param name="timestamp">Timestamp of the element, in milliseconds since 1970 UTC; null if it has none.</param>
    /// <param name="processingTime">What the clock shows, in the same unit.</param>
    /// <exception cref="InvalidOperationException">The element needs a timestamp and has none.</exception>
    public abstract IEnumerable<TWindow> AssignWindows(long? timestamp, long processingTime);

    /// <summary>When the windows fire unless the job says otherwise.</summary>
    public abstract Trigger<T, TWindow> DefaultTrigger<T>();

    /// <summary>Timestamp of an element that must have one.</summary>
    protected long RequireTimestamp(long? timestamp) => timestamp ?? throw new InvalidOperationException(
        $"{Name} needs elements with timestamps, and one has none. Call AssignTimestampsAndWatermarks before the window.");
}
