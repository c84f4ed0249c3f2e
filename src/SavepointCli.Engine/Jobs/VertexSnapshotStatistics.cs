using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>What one vertex contributed to a snapshot so far.</summary>
/// <param name="Id">The vertex.</param>
/// <param name="Subtasks">Number of subtasks that have to acknowledge.</param>
/// <param name="AcknowledgedSubtasks">Number that have.</param>
/// <param name="StateSize">Bytes of state they reported.</param>
/// <param name="LastAcknowledgedAt">When the latest of them acknowledged, or null.</param>
public sealed record VertexSnapshotStatistics(
    OperatorId Id, int Subtasks, int AcknowledgedSubtasks, long StateSize, DateTimeOffset? LastAcknowledgedAt)
{
    /// <summary>What each subtask that has to acknowledge contributed, in the order of their numbers.</summary>
    public IReadOnlyList<SubtaskSnapshotStatistics> BySubtask { get; init; } = [];
}
