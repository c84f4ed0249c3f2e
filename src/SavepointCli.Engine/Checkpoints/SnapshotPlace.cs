using SavepointCli.Engine.State.Snapshots;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Where one snapshot is written.</summary>
/// <param name="Location">Where its streams go.</param>
/// <param name="Directory">Its own directory, a path of the storage; null if it lives in memory only.</param>
/// <param name="ExternalPath">The directory as Flink prints it; null if it lives in memory only.</param>
internal sealed record SnapshotPlace(SnapshotLocation Location, string? Directory, string? ExternalPath);
