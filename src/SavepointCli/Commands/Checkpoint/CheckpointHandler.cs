using SavepointCli.Configuration;

namespace SavepointCli.Commands.Checkpoint;

/// <summary>Triggers a checkpoint and waits for it.</summary>
internal sealed class CheckpointHandler(ClusterConnection cluster)
{
    public Task<CheckpointReport> HandleAsync(CheckpointRequest request, CancellationToken cancellation) =>
        cluster.Wait.RunAsync($"checkpoint of job {request.Job}", token => TriggerAsync(request, token), cancellation);

    private async Task<CheckpointReport> TriggerAsync(CheckpointRequest request, CancellationToken cancellation)
    {
        var operation = await cluster.Client.TriggerCheckpointAsync(request.Job, request.Kind, cancellation).ConfigureAwait(false);
        return new CheckpointReport(request, await cluster.Client.WaitForCheckpointAsync(operation, cancellation).ConfigureAwait(false));
    }
}
