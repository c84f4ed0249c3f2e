using SavepointCli.Configuration;

namespace SavepointCli.Commands.Savepoint;

/// <summary>Has the cluster delete a savepoint and waits until it is gone.</summary>
internal sealed class DisposalHandler(ClusterConnection cluster)
{
    public Task<DisposalReport> HandleAsync(DisposalRequest request, CancellationToken cancellation) =>
        cluster.Wait.RunAsync($"disposal of '{request.Path}'", token => DisposeAsync(request, token), cancellation);

    private async Task<DisposalReport> DisposeAsync(DisposalRequest request, CancellationToken cancellation)
    {
        var operation = await cluster.Client.TriggerDisposalAsync(request.Path, cancellation).ConfigureAwait(false);
        await cluster.Client.WaitForDisposalAsync(operation, cancellation).ConfigureAwait(false);
        return new DisposalReport(request.Path);
    }
}
