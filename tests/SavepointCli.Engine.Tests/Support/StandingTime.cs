namespace SavepointCli.Engine.Tests.Support;

/// <summary>A clock that moves when the test says so; its wall clock can jump without any time passing.</summary>
internal sealed class StandingTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _ticks;

    public void Advance(TimeSpan by)
    {
        _now += by;
        _ticks += by.Ticks;
    }

    public void Jump(TimeSpan by) => _now += by;
}
