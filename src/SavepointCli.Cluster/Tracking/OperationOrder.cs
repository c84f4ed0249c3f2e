using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Journal;

namespace SavepointCli.Cluster.Tracking;

/// <summary>An operation to be had: begun, or taken up again if it was begun before.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Id">The id that the caller chose, so that a repeated command means the same operation; null to draw one.</param>
/// <param name="Detached">Whether to come back as soon as the cluster has it.</param>
public sealed record OperationOrder(OperationRequest Request, TriggerId? Id = null, bool Detached = false);
