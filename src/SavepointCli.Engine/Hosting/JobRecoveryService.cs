using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Hosting;

/// <summary>Takes the jobs of an earlier process up before the REST server listens, so that whoever asks finds them.</summary>
internal sealed class JobRecoveryService(EmbeddedCluster cluster) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => cluster.RecoverAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
