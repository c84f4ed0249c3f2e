namespace SavepointCli.Engine.Jobs.Restarts;

/// <summary>Restarts as long as no more than so many failures fall into an interval that ends now.</summary>
internal sealed class FailureRateRestart(int maxFailures, TimeSpan interval, TimeSpan delay, TimeProvider time) : RestartStrategy
{
    private readonly Queue<long> _failures = new();

    /// <inheritdoc/>
    public override TimeSpan? OnFailure()
    {
        _failures.Enqueue(time.GetTimestamp());
        if (_failures.Count <= maxFailures)
        {
            return delay;
        }

        // One more than may be: they are too many only if the first of them is still within the interval.
        var first = _failures.Dequeue();
        return time.GetElapsedTime(first) > interval ? delay : null;
    }
}
