using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Tracking;
using SavepointCli.Configuration;

namespace SavepointCli.Commands.Savepoint;

/// <summary>Triggers a savepoint and, unless detached, waits for it.</summary>
internal sealed class SavepointHandler(ClusterConnection cluster)
{
    public async Task<SavepointReport> HandleAsync(SavepointRequest request, CancellationToken cancellation)
    {
        var trigger = new SavepointTrigger(request.TargetDirectory, request.Format);
        var order = new OperationOrder(OperationRequest.Of(request.Job, trigger), request.OperationId, request.Detached);
        var operation = await cluster.Operations.RunAsync(order, cancellation).ConfigureAwait(false);
        return new SavepointReport(operation.AskedFor, operation.Location);
    }
}
