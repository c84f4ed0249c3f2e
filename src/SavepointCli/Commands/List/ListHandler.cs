using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Rest;
using SavepointCli.Cluster.Rest.Messages;

namespace SavepointCli.Commands.List;

/// <summary>Asks the cluster for its jobs and sorts them into sections as Flink's client does.</summary>
internal sealed class ListHandler(FlinkRestClient client)
{
    public async Task<ListReport> HandleAsync(ListRequest request, CancellationToken cancellation)
    {
        var jobs = await client.ListJobsAsync(cancellation).ConfigureAwait(false);
        return new ListReport(
            request.Running ? Section(jobs, state => state.IsRunning) : null,
            request.Scheduled ? Section(jobs, state => state.IsScheduled) : null,
            request.Terminated ? Section(jobs, state => state.IsTerminated) : null);
    }

    private static IReadOnlyList<JobOverview> Section(IReadOnlyList<JobOverview> jobs, Func<JobState, bool> belongs) =>
    [
        .. jobs.Where(job => belongs(job.State)).OrderBy(job => job.StartTime).ThenBy(job => job.State.Name, StringComparer.Ordinal),
    ];
}
