namespace SavepointCli.Engine.Jobs.Restarts;

/// <summary>Restarts behind a time that grows with every failure and starts over when the job has run long enough without one.</summary>
/// <param name="backoff">The times.</param>
/// <param name="resetThreshold">Time without failure after which they start over.</param>
/// <param name="attemptsBeforeReset">Restarts until then at most.</param>
/// <param name="time">The clock.</param>
internal sealed class ExponentialDelayRestart(Backoff backoff, TimeSpan resetThreshold, int attemptsBeforeReset, TimeProvider time)
    : RestartStrategy
{
    private long? _lastRestart;
    private TimeSpan _lastDelay;
    private int _failures;

    /// <inheritdoc/>
    public override TimeSpan? OnFailure()
    {
        // The wait before the restart is no time without failure.
        if (_lastRestart is { } last && time.GetElapsedTime(last) - _lastDelay >= resetThreshold)
        {
            _failures = 0;
        }

        if (_failures >= attemptsBeforeReset)
        {
            return null;
        }

        _lastRestart = time.GetTimestamp();
        _lastDelay = backoff.DelayAfter(_failures++);
        return _lastDelay;
    }
}
