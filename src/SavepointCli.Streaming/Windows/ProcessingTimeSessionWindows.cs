namespace SavepointCli.Streaming.Windows;

/// <summary>Sessions that follow the clock. Mirrors <c>ProcessingTimeSessionWindows</c>.</summary>
public sealed class ProcessingTimeSessionWindows : SessionWindowAssigner
{
    private ProcessingTimeSessionWindows(TimeSpan gap)
        : base(nameof(ProcessingTimeSessionWindows), gap, isEventTime: false)
    {
    }

    /// <summary>Sessions that end when no element of the key has come for this long.</summary>
    public static ProcessingTimeSessionWindows WithGap(TimeSpan gap) => new(gap);
}
