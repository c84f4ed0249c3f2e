using SavepointCli.Cluster.Jobs;
using SavepointCli.Configuration;

namespace SavepointCli.Commands.Savepoint;

/// <summary>Triggers a savepoint and, unless detached, waits for it.</summary>
internal sealed class SavepointHandler(ClusterConnection cluster)
{
    public Task<SavepointReport> HandleAsync(SavepointRequest request, CancellationToken cancellation) =>
        cluster.Wait.RunAsync($"savepoint of job {request.Job}", token => TriggerAsync(request, token), cancellation);

    private async Task<SavepointReport> TriggerAsync(SavepointRequest request, CancellationToken cancellation)
    {
        var trigger = new SavepointTrigger(request.TargetDirectory, request.Format);
        var operation = await cluster.Client.TriggerSavepointAsync(request.Job, trigger, cancellation).ConfigureAwait(false);
        var location = request.Detached ? null : await cluster.Client.WaitForSavepointAsync(operation, cancellation).ConfigureAwait(false);
        return new SavepointReport(operation.Trigger, location);
    }
}
