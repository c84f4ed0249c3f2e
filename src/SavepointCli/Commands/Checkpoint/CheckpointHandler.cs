using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Tracking;
using SavepointCli.Configuration;

namespace SavepointCli.Commands.Checkpoint;

/// <summary>Triggers a checkpoint and waits for it.</summary>
internal sealed class CheckpointHandler(ClusterConnection cluster)
{
    public async Task<CheckpointReport> HandleAsync(CheckpointRequest request, CancellationToken cancellation)
    {
        var order = new OperationOrder(OperationRequest.Of(request.Job, request.Kind), request.OperationId);
        var operation = await cluster.Operations.RunAsync(order, cancellation).ConfigureAwait(false);
        return new CheckpointReport(request, operation.CheckpointId ?? throw new InvalidOperationException("a complete checkpoint has a number"));
    }
}
