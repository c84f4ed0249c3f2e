using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Tracking;
using SavepointCli.Configuration;

namespace SavepointCli.Commands.Cancel;

/// <summary>Cancels a job, at once or after a savepoint.</summary>
internal sealed class CancelHandler(ClusterConnection cluster)
{
    public async Task<CancelReport> HandleAsync(CancelRequest request, CancellationToken cancellation)
    {
        if (request.Savepoint is not { } savepoint)
        {
            await cluster.Wait.RunAsync($"cancellation of job {request.Job}", token => CancelAsync(request, token), cancellation)
                .ConfigureAwait(false);
            return new CancelReport(request.Job, null);
        }

        var order = new OperationOrder(OperationRequest.Of(request.Job, savepoint), request.OperationId);
        var operation = await cluster.Operations.RunAsync(order, cancellation).ConfigureAwait(false);
        return new CancelReport(request.Job, operation.Location);
    }

    private async Task<bool> CancelAsync(CancelRequest request, CancellationToken cancellation)
    {
        await cluster.Client.CancelAsync(request.Job, cancellation).ConfigureAwait(false);
        return true;
    }
}
