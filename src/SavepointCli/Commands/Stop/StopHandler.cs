using SavepointCli.Configuration;

namespace SavepointCli.Commands.Stop;

/// <summary>Triggers a stop with savepoint and, unless detached, waits until the job has ended.</summary>
internal sealed class StopHandler(ClusterConnection cluster)
{
    public Task<StopReport> HandleAsync(StopRequest request, CancellationToken cancellation) =>
        cluster.Wait.RunAsync($"stop of job {request.Job}", token => StopAsync(request, token), cancellation);

    private async Task<StopReport> StopAsync(StopRequest request, CancellationToken cancellation)
    {
        var operation = await cluster.Client.TriggerStopAsync(request.Job, request.Trigger, cancellation).ConfigureAwait(false);
        var location = request.Detached ? null : await cluster.Client.WaitForSavepointAsync(operation, cancellation).ConfigureAwait(false);
        return new StopReport(operation.Trigger, location);
    }
}
