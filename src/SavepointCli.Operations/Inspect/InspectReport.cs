using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Inspect;

/// <summary>What a snapshot says about itself.</summary>
/// <param name="Snapshot">Where it lies.</param>
/// <param name="MetadataVersion">Version of the metadata.</param>
/// <param name="WrittenBy">The Flink releases that may have written it, e.g. <c>1.16 to 1.20</c>.</param>
/// <param name="RestorableSince">The first Flink release that can restore it; null if none that is known can.</param>
/// <param name="Written">When its metadata file was written.</param>
/// <param name="CheckpointId">The id; a job restored from it continues with the next one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="MergesFiles">Whether its state stands in segments of files that several states share.</param>
/// <param name="IsRetainedOnCancellation">Checkpoints: whether the job keeps it when it is cancelled; null where nothing says.</param>
/// <param name="Obstacles">Why the directory can't be moved by itself; empty if it can.</param>
/// <param name="Operators">The operators in the order of the metadata.</param>
/// <param name="Total">Bytes of state of all operators.</param>
/// <param name="Files">The files that it refers to.</param>
/// <param name="MetadataBytes">Bytes of the metadata file, state that is inline included.</param>
/// <param name="Findings">What could not be looked at, and why.</param>
/// <param name="Moved">The files that were not where the snapshot says, but beside it.</param>
public sealed record InspectReport(
    SnapshotPointer Snapshot,
    int MetadataVersion,
    string WrittenBy,
    string? RestorableSince,
    DateTimeOffset Written,
    long CheckpointId,
    InspectedKind Kind,
    bool MergesFiles,
    bool? IsRetainedOnCancellation,
    ImmutableArray<RelocationObstacle> Obstacles,
    ImmutableArray<InspectedOperator> Operators,
    StateSizes Total,
    FileTotals Files,
    long MetadataBytes,
    ImmutableArray<string> Findings,
    ImmutableArray<MovedFile> Moved)
{
    /// <summary>Whether the directory can be moved or copied as it is.</summary>
    public bool IsRelocatable => Obstacles.IsEmpty;
}
