using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Windows;

/// <summary>Windows of a fixed length that begin at regular intervals.</summary>
public abstract class TimeWindowAssigner : WindowAssigner<TimeWindow>
{
    private readonly long _size;
    private readonly long _slide;
    private readonly long _offset;

    private protected TimeWindowAssigner(string name, TimeSpan size, TimeSpan slide, TimeSpan offset, bool isEventTime)
    {
        Name = name;
        IsEventTime = isEventTime;
        _size = Milliseconds(size, nameof(size));
        _slide = Milliseconds(slide, nameof(slide));
        _offset = (long)offset.TotalMilliseconds;
        if (Math.Abs(_offset) >= _slide)
            throw new JobGraphException(
                $"{name}: the offset {offset} must be shorter than the distance {slide} between windows.", "Give a shorter offset.");
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
        for (var start = TimeWindow.StartOf(time, _offset, _slide); start > time - _size; start -= _slide)
            yield return new TimeWindow(start, start + _size);
    }

    /// <inheritdoc/>
    public override Trigger<T, TimeWindow> DefaultTrigger<T>() =>
        IsEventTime ? new EventTimeTrigger<T, TimeWindow>() : new ProcessingTimeTrigger<T, TimeWindow>();

    private long Milliseconds(TimeSpan time, string what)
    {
        var milliseconds = (long)time.TotalMilliseconds;
        return milliseconds > 0
            ? milliseconds
            : throw new JobGraphException($"{Name}: the {what} is {time}; it must be a millisecond or more.", $"Give a longer {what}.");
    }
}
