namespace SavepointCli.Engine.Jobs;

/// <summary>How many snapshots a job has taken, over its whole life.</summary>
/// <param name="Total">Attempts.</param>
/// <param name="InProgress">Attempts under way.</param>
/// <param name="Completed">Attempts that were completed.</param>
/// <param name="Failed">Attempts that were given up.</param>
public sealed record SnapshotCounts(int Total, int InProgress, int Completed, int Failed);
