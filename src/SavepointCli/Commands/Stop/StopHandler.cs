using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Tracking;
using SavepointCli.Configuration;

namespace SavepointCli.Commands.Stop;

/// <summary>Triggers a stop with savepoint and, unless detached, waits until the job has ended.</summary>
internal sealed class StopHandler(ClusterConnection cluster)
{
    public async Task<StopReport> HandleAsync(StopRequest request, CancellationToken cancellation)
    {
        var order = new OperationOrder(OperationRequest.Of(request.Job, request.Trigger), request.OperationId, request.Detached);
        var operation = await cluster.Operations.RunAsync(order, cancellation).ConfigureAwait(false);
        return new StopReport(operation.AskedFor, operation.Location);
    }
}
