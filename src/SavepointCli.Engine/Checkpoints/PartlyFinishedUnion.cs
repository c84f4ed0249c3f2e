using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// A vertex with a union list of which some subtasks have finished: their elements would be missing after a restore, and nobody could
/// tell. Such a snapshot is refused, as Flink's <c>VertexFinishedStateChecker</c> does.
/// </summary>
internal static class PartlyFinishedUnion
{
    /// <summary>The vertex that forbids the snapshot, or null.</summary>
    public static JobVertex? Find(PendingSnapshot pending, IReadOnlyList<JobVertex> vertices) =>
        vertices.FirstOrDefault(vertex => IsPartlyFinished(pending, vertex) && HasUnion(pending, vertex));

    /// <summary>The refusal.</summary>
    public static JobOperationException Refuse(JobVertex vertex) => CheckpointException.Of(
        CheckpointFailureReason.FinalizationFailed,
        $"The vertex {vertex} has union list state, and some of its subtasks have finished.",
        hint: "wait until all of its subtasks have finished, or stop the job with --drain");

    private static bool IsPartlyFinished(PendingSnapshot pending, JobVertex vertex)
    {
        var finished = Enumerable.Range(0, vertex.Parallelism).Count(index => pending.HasFinished(vertex.Id, index));
        return finished > 0 && finished < vertex.Parallelism;
    }

    private static bool HasUnion(PendingSnapshot pending, JobVertex vertex) =>
        vertex.Operators.Any(@operator => Enumerable.Range(0, vertex.Parallelism)
            .Select(index => pending.StateOf(@operator.Id, index)?.ManagedOperatorState)
            .Any(state => state?.States.Any(offsets => offsets.Mode == OperatorStateMode.Union) == true));
}
