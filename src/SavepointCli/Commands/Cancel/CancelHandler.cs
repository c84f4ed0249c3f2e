using SavepointCli.Configuration;

namespace SavepointCli.Commands.Cancel;

/// <summary>Cancels a job, at once or after a savepoint.</summary>
internal sealed class CancelHandler(ClusterConnection cluster)
{
    public Task<CancelReport> HandleAsync(CancelRequest request, CancellationToken cancellation) =>
        cluster.Wait.RunAsync($"cancellation of job {request.Job}", token => CancelAsync(request, token), cancellation);

    private async Task<CancelReport> CancelAsync(CancelRequest request, CancellationToken cancellation)
    {
        if (request.Savepoint is not { } savepoint)
        {
            await cluster.Client.CancelAsync(request.Job, cancellation).ConfigureAwait(false);
            return new CancelReport(request.Job, null);
        }

        var operation = await cluster.Client.TriggerSavepointAsync(request.Job, savepoint, cancellation).ConfigureAwait(false);
        return new CancelReport(request.Job, await cluster.Client.WaitForSavepointAsync(operation, cancellation).ConfigureAwait(false));
    }
}
