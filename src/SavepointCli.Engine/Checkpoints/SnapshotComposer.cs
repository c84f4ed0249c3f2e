using System.Collections.Immutable;
using SavepointCli.Engine.Graph;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Puts what the subtasks acknowledged together to what <c>_metadata</c> says.</summary>
internal static class SnapshotComposer
{
    /// <summary>
    /// The metadata of a snapshot that everybody has acknowledged. Every operator of the job is listed, stateless ones too: a later
    /// restore checks the max parallelism of those as well.
    /// </summary>
    public static SnapshotMetadata Compose(PendingSnapshot pending, IReadOnlyList<JobVertex> vertices, CheckpointSettings settings) =>
        new(
            settings.Compat.MetadataVersion,
            pending.Id,
            MasterStates: [],
            [.. vertices.SelectMany(vertex => vertex.Operators.Select(@operator =>
                Compose(pending, vertex, @operator, index => pending.HasFinished(vertex.Id, index), settings)))],
            settings.PropertiesTailOf(pending.Request));

    private static OperatorState Compose(
        PendingSnapshot pending, JobVertex vertex, JobOperator @operator, Func<int, bool> hasFinished, CheckpointSettings settings)
    {
        var fullyFinished = Enumerable.Range(0, vertex.Parallelism).All(hasFinished);
        return new OperatorState
        {
            Id = @operator.Id,
            Name = settings.Compat.MetadataNamesOperators ? @operator.Node.Name : "",
            Uid = settings.Compat.MetadataNamesOperators ? @operator.Node.Uid ?? "" : "",
            Parallelism = vertex.Parallelism,
            MaxParallelism = vertex.MaxParallelism,
            CoordinatorState = fullyFinished ? null : pending.CoordinatorStates.GetValueOrDefault(@operator.Id),
            FullyFinished = fullyFinished,
            Subtasks = fullyFinished ? [] : Subtasks(pending, vertex, @operator, hasFinished),
        };
    }

    private static ImmutableArray<SubtaskState> Subtasks(
        PendingSnapshot pending, JobVertex vertex, JobOperator @operator, Func<int, bool> hasFinished) =>
        [.. Enumerable.Range(0, vertex.Parallelism).Select(index => hasFinished(index)
            ? new SubtaskState { Index = index, Finished = true }
            : pending.StateOf(@operator.Id, index) ?? new SubtaskState { Index = index })];
}
