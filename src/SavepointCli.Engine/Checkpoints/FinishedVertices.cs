using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// What had finished stays finished, so what it read from must have finished too: otherwise its records would go nowhere. Mirrors
/// <c>VertexFinishedStateChecker</c>.
/// </summary>
internal static class FinishedVertices
{
    private enum Progress
    {
        Runs,
        PartlyFinished,
        FullyFinished,
    }

    /// <summary>Checks a job against the state that it takes over.</summary>
    /// <exception cref="JobOperationException">The graph was changed in a way that finished operators do not allow.</exception>
    public static void Check(JobGraph graph, IReadOnlyDictionary<OperatorId, OperatorState> restored)
    {
        var progress = graph.Vertices.ToDictionary(vertex => vertex, vertex => ProgressOf(vertex, restored));
        foreach (var vertex in graph.Vertices)
        {
            foreach (var edge in vertex.Inputs)
            {
                var required = Required(progress[vertex], edge);
                if (progress[edge.Source] < required)
                {
                    throw Refused(
                        $"{vertex} has {Words(progress[vertex])}, so its predecessor {edge.Source} must have {Words(required)}, "
                        + $"and it has {Words(progress[edge.Source])}");
                }
            }
        }
    }

    private static Progress Required(Progress ofVertex, JobEdge edge) => ofVertex switch
    {
        Progress.FullyFinished => Progress.FullyFinished,
        Progress.PartlyFinished => edge.Stream.Partitioning.Kind is PartitioningKind.Forward or PartitioningKind.Rescale
            ? Progress.PartlyFinished
            : Progress.FullyFinished,
        _ => Progress.Runs,
    };

    private static Progress ProgressOf(JobVertex vertex, IReadOnlyDictionary<OperatorId, OperatorState> restored)
    {
        var states = vertex.Operators.Select(@operator => restored.GetValueOrDefault(@operator.Id)).ToList();
        if (states.Exists(state => state is { FullyFinished: true }))
        {
            return states.TrueForAll(state => state is { FullyFinished: true })
                ? Progress.FullyFinished
                : throw Refused($"of the operators in {vertex} some have finished and some have not");
        }

        return states.Exists(state => state?.Subtasks.Any(subtask => subtask.Finished) == true) ? Progress.PartlyFinished : Progress.Runs;
    }

    private static string Words(Progress progress) => progress switch
    {
        Progress.FullyFinished => "finished",
        Progress.PartlyFinished => "partly finished",
        _ => "not finished",
    };

    private static JobOperationException Refused(string what) => new(
        ExitCode.Incompatible, "org.apache.flink.util.FlinkRuntimeException",
        $"RST-FINISHED: Illegal JobGraph modification: {what}.", "restore with the graph that wrote the snapshot");
}
