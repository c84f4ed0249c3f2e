using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>What the statistics say of a job's snapshots.</summary>
/// <param name="Recent">The attempts of late, newest first.</param>
/// <param name="Counts">How many there were in all.</param>
/// <param name="Latest">The latest of each kind.</param>
internal sealed record SnapshotReport(IReadOnlyList<SnapshotStatistics> Recent, SnapshotCounts Counts, LatestSnapshots Latest);
