namespace SavepointCli.Streaming.Windows;

/// <summary>Windows of one length, each beginning where the one before ends. They follow the clock. Mirrors <c>TumblingProcessingTimeWindows</c>.</summary>
public sealed class TumblingProcessingTimeWindows : TimeWindowAssigner
{
    private TumblingProcessingTimeWindows(TimeSpan size, TimeSpan offset)
        : base(nameof(TumblingProcessingTimeWindows), size, size, offset, isEventTime: false)
    {
    }

    /// <summary>Windows of this length.</summary>
    /// <param name="size">Length of a window.</param>
    /// <param name="offset">Shifts the windows, e.g. to a time zone's midnight.</param>
    public static TumblingProcessingTimeWindows Of(TimeSpan size, TimeSpan offset = default) => new(size, offset);
}
