using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Disposal;

/// <summary>What became of a snapshot that was to be deleted.</summary>
/// <param name="Snapshot">Where it lies or lay.</param>
public abstract record DisposalResult(SnapshotPointer Snapshot);
