using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest;
using SavepointCli.Engine.Web.Messages;

namespace SavepointCli.Engine.Web.Routes;

/// <summary>The list of jobs with their parallelism, for which Flink's API needs a request per job.</summary>
internal sealed class OverviewRoutes(IEmbeddedCluster cluster, TimeProvider time) : IRouteGroup
{
    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Get("/savepointctl/v1/jobs", _ => RestAnswer.Of(Jobs(), WebJson.Default.JobsAnswer)).For(RouteAccess.Private),
    ];

    private JobsAnswer Jobs() => new(
        time.GetUtcNow().ToUnixTimeMilliseconds(),
        [.. cluster.Jobs.Reverse().Select(job => cluster.Find(job.Id)).OfType<JobDetails>().Select(Row)]);

    private static JobRow Row(JobDetails job) => new(
        job.Overview.Id.ToString(),
        job.Overview.Name,
        JobStates.Name(job.Overview.Status),
        job.Overview.StartTime.ToUnixTimeMilliseconds(),
        job.Overview.EndTime?.ToUnixTimeMilliseconds(),
        job.Vertices.Select(vertex => vertex.Parallelism).DefaultIfEmpty().Max(),
        job.Vertices.Sum(vertex => vertex.Subtasks.Count),
        job.Vertices.Sum(vertex => vertex.Subtasks.Count(state => state == TaskState.Running)));
}
