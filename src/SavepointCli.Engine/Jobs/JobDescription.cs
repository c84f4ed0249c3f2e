using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Graph;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>Puts together what others may know of a job.</summary>
internal static class JobDescription
{
    public static JobDetails Of(
        JobId id,
        JobGraph graph,
        Execution? execution,
        JobStatusHistory status,
        SnapshotReport history,
        RestoredSnapshot? restored,
        IReadOnlyList<JobFailure> failures,
        EngineConfiguration configuration)
    {
        var states = graph.Vertices.ToDictionary(vertex => vertex, vertex => StatesOf(vertex, execution));
        var counts = states.Values.SelectMany(ofVertex => ofVertex).CountBy(state => state).ToDictionary();
        return new JobDetails(
            new JobOverview(id, graph.Name, status.Current, status.StartTime, status.EndTime, status.LastModification, counts),
            status.Entered,
            [.. graph.Vertices.Select(vertex => Describe(vertex, states[vertex], execution))],
            history.Recent,
            restored,
            failures.Count > 0 ? failures[0].Cause : null)
        {
            Configuration = configuration.Values,
            SnapshotCounts = history.Counts,
            LatestSnapshots = history.Latest,
            Failures = failures,
            Restarts = execution?.Attempt ?? 0,
            OperatorNames = graph.Vertices.SelectMany(vertex => vertex.Operators)
                .ToDictionary(@operator => @operator.Id, @operator => @operator.Node.Uid ?? @operator.Node.Name),
        };
    }

    private static JobVertexDetails Describe(JobVertex vertex, IReadOnlyList<TaskState> states, Execution? execution) => new(
        vertex.Id, vertex.Name, vertex.Parallelism, vertex.MaxParallelism,
        [.. vertex.Inputs.Select(edge => new JobVertexInput(edge.Source.Id, edge.Stream.Partitioning.ToString()))], states)
    {
        Instances = execution is null
            ? []
            :
            [
                .. execution.Subtasks.Where(subtask => subtask.Vertex == vertex).Select(subtask => new SubtaskDetails(
                    subtask.Index, subtask.Attempt, subtask.State, new Dictionary<TaskState, DateTimeOffset>(subtask.Entered), subtask.Io)),
            ],
    };

    private static IReadOnlyList<TaskState> StatesOf(JobVertex vertex, Execution? execution) =>
        execution is null
            ? [.. Enumerable.Repeat(TaskState.Created, vertex.Parallelism)]
            : [.. execution.Subtasks.Where(subtask => subtask.Vertex == vertex).Select(subtask => subtask.State)];
}
