namespace SavepointCli.Cluster.Rest;

/// <summary>How long to wait for an operation as a whole. When it runs out, the operation goes on; only the waiting ends.</summary>
/// <param name="time">The clock.</param>
/// <param name="limit">The limit, or null for none.</param>
public sealed class WaitLimit(TimeProvider time, TimeSpan? limit)
{
    private const string Hint = "it goes on at the cluster (savepointctl list); --timeout gives it longer, --timeout 0 waits without limit";

    /// <summary>Runs <paramref name="work"/> within the limit.</summary>
    /// <param name="what">What is waited for, in words.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<T> RunAsync<T>(string what, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if (limit is not { } longest) return await work(cancellation).ConfigureAwait(false);

        using var timer = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timer.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new SavepointException(
                ExitCode.WaitTimedOut, $"{what} not finished after {longest.TotalSeconds:0.###} s", Hint, exception);
        }
    }
}
