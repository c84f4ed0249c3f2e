using SavepointCli.Streaming.Operators;

namespace SavepointCli.Streaming.Tests.Harness;

/// <summary>A clock that stands still until it is moved, with the timers of a task.</summary>
internal sealed class ManualClock : TimeProvider, IProcessingTimeService
{
    private readonly List<Registration> _timers = [];

    public long CurrentProcessingTime { get; private set; } = 1_000_000;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => CurrentProcessingTime * TimeSpan.TicksPerMillisecond;

    public IDisposable RegisterTimer(long timestamp, Action<long> callback)
    {
        var registration = new Registration(timestamp, callback, _timers);
        _timers.Add(registration);
        return registration;
    }

    public void Advance(long milliseconds)
    {
        var target = CurrentProcessingTime + milliseconds;
        while (_timers.Where(timer => timer.Timestamp <= target).MinBy(timer => timer.Timestamp) is { } due)
        {
            CurrentProcessingTime = Math.Max(CurrentProcessingTime, due.Timestamp);
            due.Dispose();
            due.Callback(due.Timestamp);
        }
        CurrentProcessingTime = target;
    }

    private sealed record Registration(long Timestamp, Action<long> Callback, List<Registration> Timers) : IDisposable
    {
        public void Dispose() => Timers.Remove(this);
    }
}
