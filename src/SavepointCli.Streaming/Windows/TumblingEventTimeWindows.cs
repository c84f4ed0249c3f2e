namespace SavepointCli.Streaming.Windows;

/// <summary>Windows of one length, each beginning where the one before ends. They follow event time. Mirrors <c>TumblingEventTimeWindows</c>.</summary>
public sealed class TumblingEventTimeWindows : TimeWindowAssigner
{
    private TumblingEventTimeWindows(TimeSpan size, TimeSpan offset)
        : base(nameof(TumblingEventTimeWindows), size, size, offset, isEventTime: true)
    {
    }

    /// <summary>Windows of this length.</summary>
    /// <param name="size">Length of a window.</param>
    /// <param name="offset">Shifts the windows, e.g. to a time zone's midnight.</param>
    public static TumblingEventTimeWindows Of(TimeSpan size, TimeSpan offset = default) => new(size, offset);
}
