using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>Metrics of jobs and of this process, and whether it is well, for those who watch over it.</summary>
internal sealed class MetricRoutes(IEmbeddedCluster cluster, TaskManagerView taskManager, TimeProvider time) : IRouteGroup
{
    private static readonly Dictionary<string, string> Nothing = [];

    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Get("/jobs/metrics", call => MetricQuery.Many(
            call, [.. cluster.Jobs.Select(job => cluster.Find(job.Id)).OfType<JobDetails>().Select(Of)])),
        RestRoute.Get("/jobs/:jobid/metrics", call => MetricQuery.One(call, cluster.Find(call.Job) is { } job ? Of(job) : Nothing)),
        RestRoute.Get("/jobmanager/metrics", call => MetricQuery.One(call, OfProcess())),
        RestRoute.Get("/taskmanagers/metrics", call => MetricQuery.Many(call, [OfProcess()])),
        RestRoute.Get("/taskmanagers/:taskmanagerid/metrics", call =>
            MetricQuery.One(call, call.TaskManager == TaskManagerView.Id ? OfProcess() : Nothing)),
        RestRoute.Get("/metrics", _ => RestAnswer.Text(
            PrometheusText.Of([.. cluster.Jobs.Select(job => cluster.Find(job.Id)).OfType<JobDetails>()], OfProcess(), time.GetUtcNow()),
            PrometheusText.ContentType)),
        RestRoute.Get("/health/live", _ => RestAnswer.Text("alive\n", "text/plain; charset=UTF-8")),
        RestRoute.Get("/health/ready", _ => RestAnswer.Text("ready\n", "text/plain; charset=UTF-8")),
    ];

    private IReadOnlyDictionary<string, string> Of(JobDetails job) => MetricValues.Of(job, time.GetUtcNow());

    private IReadOnlyDictionary<string, string> OfProcess() => MetricValues.OfProcess(cluster.Jobs, taskManager);
}
