using SavepointCli.Configuration;
using SavepointCli.Embedded;

namespace SavepointCli.Commands.Cluster;

/// <summary>Asks the recorded cluster how it is.</summary>
internal sealed class ClusterStatusHandler(CommandContext context, EmbeddedCluster embedded)
{
    public async Task<ClusterStatusReport> HandleAsync(CancellationToken cancellation)
    {
        if (embedded.FindRunning() is not { } running)
        {
            var gone = embedded.FindRecord();
            throw new SavepointException(
                ExitCode.NotFound,
                gone is null ? "no embedded cluster runs on this machine" : $"the embedded cluster (process {gone.Pid}) is gone",
                "savepointctl cluster start");
        }

        using var connection = ClusterConnection.To(running.Url, context);
        var version = await connection.Client.GetVersionAsync(cancellation).ConfigureAwait(false);
        var jobs = await connection.Client.ListJobsAsync(cancellation).ConfigureAwait(false);
        return new ClusterStatusReport(running, version, jobs.Count(job => !job.State.IsTerminated));
    }
}
