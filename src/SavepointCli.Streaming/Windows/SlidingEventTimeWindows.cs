namespace SavepointCli.Streaming.Windows;

/// <summary>Windows of one length that overlap, or leave gaps, because they begin at another interval. They follow event time. Mirrors <c>SlidingEventTimeWindows</c>.</summary>
public sealed class SlidingEventTimeWindows : TimeWindowAssigner
{
    private SlidingEventTimeWindows(TimeSpan size, TimeSpan slide, TimeSpan offset)
        : base(nameof(SlidingEventTimeWindows), size, slide, offset, isEventTime: true)
    {
    }

    /// <summary>Windows of this length.</summary>
    /// <param name="size">Length of a window.</param>
    /// <param name="slide">Time from the beginning of one window to that of the next.</param>
    /// <param name="offset">Shifts the windows, e.g. to a time zone's midnight.</param>
    public static SlidingEventTimeWindows Of(TimeSpan size, TimeSpan slide, TimeSpan offset = default) => new(size, slide, offset);
}
