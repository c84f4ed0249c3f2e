using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Windows;

/// <summary>Windows that end once nothing has come for a while: each element opens one, and those that overlap or touch become one.</summary>
public abstract class SessionWindowAssigner : MergingWindowAssigner<TimeWindow>
{
    private readonly long _gap;

    private protected SessionWindowAssigner(string name, TimeSpan gap, bool isEventTime)
    {
        Name = name;
        IsEventTime = isEventTime;
        _gap = (long)gap.TotalMilliseconds;
        if (_gap <= 0)
            throw new JobGraphException($"{name}: the gap is {gap}; it must be a millisecond or more.", "Give a longer gap.");
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override bool IsEventTime { get; }

    /// <inheritdoc/>
    public override TypeInformation<TimeWindow> WindowType => Types.Types.TimeWindow;

    /// <inheritdoc/>
    public override IEnumerable<TimeWindow> AssignWindows(long? timestamp, long processingTime)
    {
        var time = IsEventTime ? RequireTimestamp(timestamp) : processingTime;
        return [new TimeWindow(time, time + _gap)];
    }

    /// <inheritdoc/>
    public override Trigger<T, TimeWindow> DefaultTrigger<T>() =>
        IsEventTime ? new EventTimeTrigger<T, TimeWindow>() : new ProcessingTimeTrigger<T, TimeWindow>();

    /// <inheritdoc/>
    public override IEnumerable<(TimeWindow Merged, IReadOnlyList<TimeWindow> Parts)> MergeWindows(IEnumerable<TimeWindow> windows)
    {
        TimeWindow? merged = null;
        List<TimeWindow> parts = [];
        foreach (var window in windows.OrderBy(window => window.Start))
        {
            if (merged is { } current && !current.Intersects(window))
            {
                yield return (current, parts);
                (merged, parts) = (null, []);
            }
            merged = merged?.Cover(window) ?? window;
            parts.Add(window);
        }
        if (merged is { } last)
            yield return (last, parts);
    }
}
