namespace SavepointCli.Streaming.Windows;

/// <summary>Sessions that follow event time. Mirrors <c>EventTimeSessionWindows</c>.</summary>
public sealed class EventTimeSessionWindows : SessionWindowAssigner
{
    private EventTimeSessionWindows(TimeSpan gap)
        : base(nameof(EventTimeSessionWindows), gap, isEventTime: true)
    {
    }

    /// <summary>Sessions that end when no element of the key has come for this long.</summary>
    public static EventTimeSessionWindows WithGap(TimeSpan gap) => new(gap);
}
