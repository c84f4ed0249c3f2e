using System.Globalization;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>The jobs: what they are, how they stand, and cancelling them.</summary>
internal sealed class JobRoutes(IEmbeddedCluster cluster, TimeProvider time) : IRouteGroup
{
    private const int DefaultMaxExceptions = 20;

    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Get("/jobs", _ => RestAnswer.Of(Ids(), RestJson.Shared.JobsAnswer)),
        RestRoute.Get("/jobs/overview", _ => RestAnswer.Of(Overview(), RestJson.Shared.JobsOverviewAnswer)),
        RestRoute.Get("/jobs/:jobid", call => Show(call, job =>
            RestAnswer.Of(JobDocuments.Job(job, time.GetUtcNow()), RestJson.Shared.JobAnswer))),
        RestRoute.Get("/jobs/:jobid/plan", call => Show(call, job =>
            RestAnswer.Of(new PlanAnswer(JobDocuments.Plan(job)), RestJson.Shared.PlanAnswer))),
        RestRoute.Get("/jobs/:jobid/config", call => Show(call, job =>
            RestAnswer.Of(JobDocuments.Config(job), RestJson.Shared.JobConfigAnswer))),
        RestRoute.Get("/jobs/:jobid/checkpoints", call => Show(call, job => RestAnswer.Of(
            CheckpointDocuments.Statistics(job),
            CheckpointJson.Shared.CheckpointsAnswer))),
        RestRoute.Get("/jobs/:jobid/checkpoints/config", call => Show(call, job => RestAnswer.Of(
            CheckpointDocuments.Config(new EngineConfiguration(job.Configuration)), CheckpointJson.Shared.CheckpointConfigAnswer))),
        RestRoute.Get("/jobs/:jobid/checkpoints/details/:checkpointid", call => Show(call, job => Checkpoint(job, call.CheckpointId))),
        RestRoute.Get("/jobs/:jobid/exceptions", Exceptions),
        RestRoute.Get("/jobs/:jobid/accumulators", call => Show(call, _ =>
            RestAnswer.Of(JobAccumulatorsAnswer.None, RestJson.Shared.JobAccumulatorsAnswer))),
        RestRoute.WithoutBody("PATCH", "/jobs/:jobid/clientHeartbeat", (_, _) => Task.FromResult(RestAnswer.Empty(202))),
        RestRoute.Get("/datasets", _ => RestAnswer.Of(new DataSetsAnswer([]), RestJson.Shared.DataSetsAnswer)),
        RestRoute.Get("/jobs/:jobid/status", Status),
        RestRoute.Get("/jobs/:jobid/execution-result", ExecutionResult),
        RestRoute.WithoutBody("PATCH", "/jobs/:jobid", (call, _) => Task.FromResult(Terminate(call))),
    ];

    /// <summary>The answer of the routes that read the execution graph when there is no such job.</summary>
    public static RestAnswer UnknownJob(JobId job) =>
        RestAnswer.Handled(404, new JavaThrowable(JavaNames.NotFoundException, $"Job {job} not found", NotFound(job)));

    private static JavaThrowable NotFound(JobId job) => new(JavaNames.JobNotFoundException, $"Could not find Flink job ({job})");

    private JobsAnswer Ids() => new([.. cluster.Jobs.Select(job => new JobIdWithStatus(job.Id.ToString(), JobStates.Name(job.Status)))]);

    private JobsOverviewAnswer Overview()
    {
        var now = time.GetUtcNow();
        return new JobsOverviewAnswer([.. cluster.Jobs.Select(job => JobDocuments.Row(job, now))]);
    }

    private RestAnswer Show(RestCall call, Func<JobDetails, RestAnswer> document) =>
        cluster.Find(call.Job) is { } job ? document(job) : UnknownJob(call.Job);

    private static RestAnswer Checkpoint(JobDetails job, long id) =>
        job.Snapshots.FirstOrDefault(snapshot => snapshot.Id == id) is { } snapshot
            ? RestAnswer.Of(CheckpointDocuments.Details(snapshot), CheckpointJson.Shared.CheckpointAnswer)
            : RestAnswer.Handled(404, $"Could not find checkpointing statistics for checkpoint {id}.");

    private RestAnswer Exceptions(RestCall call)
    {
        var most = DefaultMaxExceptions;
        if (call.QueryValue("maxExceptions") is { } text
            && !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out most))
        {
            return RestRoute.UnreadableParameter("query", "maxExceptions", text);
        }

        return Show(call, job => RestAnswer.Of(JobDocuments.Exceptions(job, most), RestJson.Shared.ExceptionsAnswer));
    }

    /// <summary>Flink asks the dispatcher here and does not expect it not to know the job: 500.</summary>
    private RestAnswer Status(RestCall call) => cluster.Find(call.Job) is { } job
        ? RestAnswer.Of(new JobStatusAnswer(JobStates.Name(job.Overview.Status)), RestJson.Shared.JobStatusAnswer)
        : RestAnswer.Unexpected(NotFound(call.Job));

    private RestAnswer ExecutionResult(RestCall call) => cluster.Find(call.Job) is { } job
        ? RestAnswer.Of(JobDocuments.Result(job), RestJson.Shared.ExecutionResultAnswer)
        : RestAnswer.Handled(404, NotFound(call.Job).Text, JavaThrowable.Completion(NotFound(call.Job)));

    private RestAnswer Terminate(RestCall call)
    {
        const int permanentRedirect = 308;
        return call.QueryValue("mode") switch
        {
            null or "cancel" => Cancel(call.Job),
            "stop" => RestAnswer.Handled(
                permanentRedirect,
                "The termination mode \"stop\" has been removed. For an ungraceful shutdown, please use \"cancel\" instead. "
                + "For a graceful shutdown, please use \"jobs/:jobId/stop\" instead."),
            var other => RestRoute.UnreadableParameter("query", "mode", other),
        };
    }

    private RestAnswer Cancel(JobId id) => cluster.Cancel(id) switch
    {
        CancelOutcome.Accepted => RestAnswer.Empty(202),
        CancelOutcome.UnknownJob => RestAnswer.Handled(404, "Job could not be found.", NotFound(id)),
        CancelOutcome.AlreadyTerminated => RestAnswer.Handled(
            409,
            "Job cancellation failed because the job has already reached another terminal state "
            + $"({(cluster.Find(id) is { } job ? JobStates.Name(job.Overview.Status) : "UNKNOWN")})."),
        var outcome => throw new InvalidOperationException($"outcome {outcome} of cancelling has no answer"),
    };
}
