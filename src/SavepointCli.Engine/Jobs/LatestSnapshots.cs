namespace SavepointCli.Engine.Jobs;

/// <summary>The latest snapshot of each kind, however long ago; null where there is none.</summary>
/// <param name="Checkpoint">The latest completed checkpoint.</param>
/// <param name="Savepoint">The latest completed savepoint.</param>
/// <param name="Failed">The latest attempt that failed.</param>
public sealed record LatestSnapshots(SnapshotStatistics? Checkpoint, SnapshotStatistics? Savepoint, SnapshotStatistics? Failed);
