using SavepointCli.Cluster.Discovery;
using SavepointCli.Embedded;

namespace SavepointCli.Commands.Cluster;

/// <summary>Stops the recorded cluster, or clears away the record of one that is gone.</summary>
internal sealed class ClusterStopHandler(EmbeddedCluster embedded)
{
    /// <returns>The cluster that was stopped, or null if none was running.</returns>
    public async Task<EmbeddedClusterRecord?> HandleAsync(CancellationToken cancellation)
    {
        if (embedded.FindRunning() is not { } running)
        {
            embedded.Forget();
            return null;
        }

        await embedded.ShutDownAsync(running, cancellation).ConfigureAwait(false);
        return running;
    }
}
