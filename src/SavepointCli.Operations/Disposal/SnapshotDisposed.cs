using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Disposal;

/// <summary>The snapshot can't be restored any more; what could not be deleted is listed.</summary>
/// <param name="Snapshot">Where it lay.</param>
/// <param name="FilesDeleted">Files that were deleted, metadata included.</param>
/// <param name="FilesMissing">Files that the snapshot referred to and that were not there.</param>
/// <param name="Problems">What is still there and why.</param>
public sealed record SnapshotDisposed(
    SnapshotPointer Snapshot, int FilesDeleted, int FilesMissing, ImmutableArray<DisposalProblem> Problems) : DisposalResult(Snapshot);
