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
        IReadOnlyList<SnapshotStatistics> snapshots,
        RestoredSnapshot? restored,
        Exception? failure,
        EngineConfiguration configuration)
    {
        var states = graph.Vertices.ToDictionary(vertex => vertex, vertex => StatesOf(vertex, execution));
        var counts = states.Values.SelectMany(ofVertex => ofVertex).CountBy(state => state).ToDictionary();
        return new JobDetails(
            new JobOverview(id, graph.Name, status.Current, status.StartTime, status.EndTime, status.LastModification, counts),
            status.Entered,
            [.. graph.Vertices.Select(vertex => Describe(vertex, states[vertex]))],
            snapshots,
            restored,
            failure)
        {
            Configuration = configuration.Values,
            OperatorNames = graph.Vertices.SelectMany(vertex => vertex.Operators)
                .ToDictionary(@operator => @operator.Id, @operator => @operator.Node.Uid ?? @operator.Node.Name),
        };
    }

    private static JobVertexDetails Describe(JobVertex vertex, IReadOnlyList<TaskState> states) => new(
        vertex.Id, vertex.Name, vertex.Parallelism, vertex.MaxParallelism,
        [.. vertex.Inputs.Select(edge => new JobVertexInput(edge.Source.Id, edge.Stream.Partitioning.ToString()))], states);

    private static IReadOnlyList<TaskState> StatesOf(JobVertex vertex, Execution? execution) =>
        execution is null
            ? [.. Enumerable.Repeat(TaskState.Created, vertex.Parallelism)]
            : [.. execution.Subtasks.Where(subtask => subtask.Vertex == vertex).Select(subtask => subtask.State)];
}
