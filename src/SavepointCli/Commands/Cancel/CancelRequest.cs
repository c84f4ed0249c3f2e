using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Commands.Cancel;

/// <summary>A job to be cancelled.</summary>
/// <param name="Job">The job.</param>
/// <param name="Savepoint">The savepoint to take first, or null for none.</param>
internal sealed record CancelRequest(JobId Job, SavepointTrigger? Savepoint)
{
    /// <summary>The id under which a repeated command means the same savepoint; null for a new one.</summary>
    public TriggerId? OperationId { get; init; }
}
