using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Disposal;

/// <summary>Nothing was deleted.</summary>
/// <param name="Snapshot">Where it lies.</param>
/// <param name="Reason">What somebody would have lost.</param>
/// <param name="SharedFiles">How many files other checkpoints may still need.</param>
public sealed record DisposalRefused(SnapshotPointer Snapshot, string Reason, int SharedFiles) : DisposalResult(Snapshot);
