namespace SavepointCli.Streaming.Sources;

/// <summary>Spreads records evenly over time. After a pause it catches up at most one second of it.</summary>
internal sealed class RateLimit
{
    private static readonly TimeSpan MostToCatchUp = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock;
    private readonly double _recordsPerSecond;
    private long _start;
    private long _taken;

    /// <param name="clock">The clock.</param>
    /// <param name="recordsPerSecond">More than zero.</param>
    public RateLimit(TimeProvider clock, double recordsPerSecond)
    {
        _clock = clock;
        _recordsPerSecond = recordsPerSecond;
        _start = clock.GetTimestamp();
    }

    /// <summary>How long to wait for the next record; zero if it is due.</summary>
    public TimeSpan TimeUntilNext()
    {
        var wait = TimeSpan.FromSeconds(_taken / _recordsPerSecond) - _clock.GetElapsedTime(_start);
        if (wait < -MostToCatchUp)
        {
            _start = _clock.GetTimestamp();
            _taken = 0;
        }
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>A record was emitted.</summary>
    public void Take() => _taken++;
}
