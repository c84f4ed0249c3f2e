using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Commands.Savepoint;

/// <summary>A savepoint to be taken.</summary>
/// <param name="Job">Of which job.</param>
/// <param name="TargetDirectory">Where, as typed: it is the cluster that reads it; null for its default.</param>
/// <param name="Format">In which layout.</param>
/// <param name="Detached">Whether to come back without waiting.</param>
internal sealed record SavepointRequest(JobId Job, string? TargetDirectory, SavepointFormat Format, bool Detached)
{
    /// <summary>The id under which a repeated command means the same savepoint; null for a new one.</summary>
    public TriggerId? OperationId { get; init; }
}
