using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Commands.Checkpoint;

/// <summary>A checkpoint to be taken.</summary>
internal sealed record CheckpointRequest(JobId Job, CheckpointKind Kind)
{
    /// <summary>The id under which a repeated command means the same checkpoint; null for a new one.</summary>
    public TriggerId? OperationId { get; init; }
}
