using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>The chains of operators of a job and their subtasks.</summary>
internal sealed class VertexRoutes(IEmbeddedCluster cluster, TimeProvider time) : IRouteGroup
{
    private const string Vertex = "/jobs/:jobid/vertices/:vertexid";
    private const string Subtask = $"{Vertex}/subtasks/:subtaskindex";
    private const string Attempt = $"{Subtask}/attempts/:attempt";

    // Flink's sign for a flame graph that was not sampled.
    private const long NotSampled = -2;

    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Get(Vertex, call => Show(call, vertex =>
            RestAnswer.Of(VertexDocuments.Details(vertex, time.GetUtcNow()), RestJson.Shared.VertexDetailsAnswer))),
        RestRoute.Get($"{Vertex}/subtasktimes", call => Show(call, vertex =>
            RestAnswer.Of(VertexDocuments.Times(vertex, time.GetUtcNow()), RestJson.Shared.SubtaskTimesAnswer))),
        RestRoute.Get($"{Vertex}/taskmanagers", call => Show(call, vertex =>
            RestAnswer.Of(VertexDocuments.TaskManagers(vertex, time.GetUtcNow()), RestJson.Shared.VertexTaskManagersAnswer))),
        RestRoute.Get($"{Vertex}/accumulators", call => Show(call, vertex =>
            RestAnswer.Of(new VertexAccumulatorsAnswer(vertex.Id.ToString(), []), RestJson.Shared.VertexAccumulatorsAnswer))),
        RestRoute.Get($"{Vertex}/subtasks/accumulators", call => Show(call, vertex =>
            RestAnswer.Of(VertexDocuments.Accumulators(vertex), RestJson.Shared.SubtasksAccumulatorsAnswer))),
        RestRoute.Get($"{Vertex}/backpressure", call => Show(call, vertex =>
            RestAnswer.Of(VertexDocuments.BackPressure(vertex, time.GetUtcNow()), RestJson.Shared.BackPressureAnswer))),
        RestRoute.Get($"{Vertex}/flamegraph", call => Show(call, _ =>
            RestAnswer.Of(new FlameGraphAnswer(NotSampled), RestJson.Shared.FlameGraphAnswer))),
        RestRoute.Get($"{Vertex}/metrics", call => ShowIfKnown(call, vertex => MetricQuery.One(call, MetricValues.Of(vertex)))),
        RestRoute.Get($"{Vertex}/watermarks", call => ShowIfKnown(call, _ => MetricQuery.One(call, new Dictionary<string, string>()))),
        RestRoute.Get($"{Vertex}/jm-operator-metrics", call => ShowIfKnown(call, _ => MetricQuery.One(call, new Dictionary<string, string>()))),
        RestRoute.Get($"{Vertex}/subtasks/metrics", call => ShowIfKnown(call, vertex =>
            MetricQuery.Many(call, [.. vertex.Instances.Select(MetricValues.Of)]))),
        RestRoute.Get(Subtask, call => ShowSubtask(call, Describe)),
        RestRoute.Get($"{Subtask}/metrics", call => ShowSubtask(call, (_, subtask) => MetricQuery.One(call, MetricValues.Of(subtask)))),
        RestRoute.Get(Attempt, call => ShowAttempt(call, Describe)),
        RestRoute.Get($"{Attempt}/accumulators", call => ShowAttempt(call, (vertex, subtask) => RestAnswer.Of(
            new AttemptAccumulatorsAnswer(subtask.Index, subtask.Attempt, $"{vertex.Id}_{subtask.Index}_{subtask.Attempt}", []),
            RestJson.Shared.AttemptAccumulatorsAnswer))),
        RestRoute.Get("/jobs/:jobid/checkpoints/details/:checkpointid/subtasks/:vertexid", Checkpoint),
    ];

    private RestAnswer Describe(JobVertexDetails vertex, SubtaskDetails subtask) =>
        RestAnswer.Of(VertexDocuments.Subtask(subtask, time.GetUtcNow()), RestJson.Shared.SubtaskAnswer);

    private RestAnswer Show(RestCall call, Func<JobVertexDetails, RestAnswer> document) =>
        cluster.Find(call.Job) is not { } job ? JobRoutes.UnknownJob(call.Job)
        : Find(job, call.Vertex) is { } vertex ? document(vertex)
        : RestAnswer.Handled(404, new JavaThrowable(JavaNames.NotFoundException, $"JobVertex {call.Vertex} not found"));

    /// <summary>Metrics of what is not there are none, in Flink and here.</summary>
    private RestAnswer ShowIfKnown(RestCall call, Func<JobVertexDetails, RestAnswer> document) =>
        cluster.Find(call.Job) is { } job && Find(job, call.Vertex) is { } vertex
            ? document(vertex)
            : MetricQuery.One(call, new Dictionary<string, string>());

    private RestAnswer ShowSubtask(RestCall call, Func<JobVertexDetails, SubtaskDetails, RestAnswer> document) => Show(call, vertex =>
        vertex.Instances.FirstOrDefault(subtask => subtask.Index == call.SubtaskIndex) is { } subtask
            ? document(vertex, subtask)
            : RestAnswer.Handled(404, $"Invalid subtask index for vertex {vertex.Id}"));

    /// <summary>Only the attempt that runs or ran last is known.</summary>
    private RestAnswer ShowAttempt(RestCall call, Func<JobVertexDetails, SubtaskDetails, RestAnswer> document) =>
        ShowSubtask(call, (vertex, subtask) => subtask.Attempt == call.Attempt
            ? document(vertex, subtask)
            : RestAnswer.Handled(404, $"Could not find execution for attempt {call.Attempt} of subtask {subtask.Index} of vertex {vertex.Id}"));

    private RestAnswer Checkpoint(RestCall call)
    {
        if (cluster.Find(call.Job) is not { } job)
        {
            return JobRoutes.UnknownJob(call.Job);
        }

        var snapshot = job.Snapshots.FirstOrDefault(snapshot => snapshot.Id == call.CheckpointId);
        return snapshot?.Vertices.FirstOrDefault(vertex => vertex.Id == call.Vertex) is { } vertex
            ? RestAnswer.Of(CheckpointDocuments.Subtasks(snapshot, vertex), CheckpointJson.Shared.CheckpointSubtasksAnswer)
            : snapshot is null
                ? RestAnswer.Handled(404, $"Could not find checkpointing statistics for checkpoint {call.CheckpointId}.")
                : RestAnswer.Handled(404, $"There is no checkpoint statistics for task {call.Vertex}.");
    }

    private static JobVertexDetails? Find(JobDetails job, OperatorId vertex) => job.Vertices.FirstOrDefault(known => known.Id == vertex);
}
