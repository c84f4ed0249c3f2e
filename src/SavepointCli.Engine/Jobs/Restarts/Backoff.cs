namespace SavepointCli.Engine.Jobs.Restarts;

/// <summary>Times that grow by a factor, within limits, and vary at random so that jobs do not restart in step.</summary>
/// <param name="Initial">The first.</param>
/// <param name="Max">The longest.</param>
/// <param name="Multiplier">Growth from one to the next.</param>
/// <param name="Jitter">Share of the time by which it varies.</param>
internal sealed record Backoff(TimeSpan Initial, TimeSpan Max, double Multiplier, double Jitter)
{
    /// <summary>The time after so many failures before this one.</summary>
    public TimeSpan DelayAfter(int failures)
    {
        var grown = Math.Min(Initial.Ticks * Math.Pow(Multiplier, failures), Max.Ticks);
        var varied = grown * (1 + (Random.Shared.NextDouble() * 2 - 1) * Jitter);
        return TimeSpan.FromTicks(Math.Clamp((long)varied, Math.Min(Initial.Ticks, Max.Ticks), Max.Ticks));
    }
}
