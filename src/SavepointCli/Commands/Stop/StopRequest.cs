using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Commands.Stop;

/// <summary>A job to be ended with a savepoint.</summary>
/// <param name="Job">The job.</param>
/// <param name="Trigger">How.</param>
/// <param name="Detached">Whether to come back without waiting.</param>
internal sealed record StopRequest(JobId Job, StopTrigger Trigger, bool Detached)
{
    /// <summary>The id under which a repeated command means the same stop; null for a new one.</summary>
    public TriggerId? OperationId { get; init; }
}
