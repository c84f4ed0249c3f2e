using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Commands.Savepoint;

/// <summary>What came of the request.</summary>
/// <param name="Trigger">Id of the operation.</param>
/// <param name="Location">Where the savepoint is; null if nobody waited for it.</param>
internal sealed record SavepointReport(TriggerId Trigger, string? Location);
