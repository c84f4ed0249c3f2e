namespace SavepointCli.Engine.Jobs.Restarts;

/// <summary>Brings a failed job back: waits as long as the strategy says and finds what to go back to. Belongs to the job's thread.</summary>
/// <param name="strategy">Whether and when.</param>
/// <param name="recovery">From what.</param>
/// <param name="thread">The job's thread.</param>
/// <param name="time">The clock.</param>
/// <param name="isWanted">Whether the job is still to run again: it may have been cancelled meanwhile.</param>
internal sealed class JobRestarts(RestartStrategy strategy, JobRecovery recovery, JobThread thread, TimeProvider time, Func<bool> isWanted)
{
    private TimeSpan _delay;
    private ITimer? _timer;

    /// <summary>
    /// Counts a failure; whether the job runs again. State that does not fit the job fits no better the next time, so there is no restart
    /// behind that.
    /// </summary>
    public bool MayRestart(Exception cause, bool allowed)
    {
        var delay = allowed && cause is not SavepointException { ExitCode: ExitCode.Incompatible } ? strategy.OnFailure() : null;
        _delay = delay ?? TimeSpan.Zero;
        return delay is not null;
    }

    /// <summary>Begins to wait.</summary>
    /// <param name="deploy">Called when the job can be deployed again.</param>
    /// <param name="onFault">Called if there is nothing to go back to, and whether to try again.</param>
    public void Begin(Action deploy, Action<Exception, bool> onFault)
    {
        _timer?.Dispose();
        _timer = time.CreateTimer(_ => thread.Post(() => Find(deploy, onFault)), null, _delay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Stops waiting.</summary>
    public void Stop() => _timer?.Dispose();

    private void Find(Action deploy, Action<Exception, bool> onFault)
    {
        if (!isWanted())
        {
            return;
        }

        thread.Offload(
            recovery.Find,
            found =>
            {
                if (isWanted())
                {
                    recovery.Take(found);
                    deploy();
                }
            },
            fault =>
            {
                if (isWanted())
                {
                    onFault(fault, MayRestart(fault, allowed: !recovery.IsHopeless()));
                }
            });
    }
}
