using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Inspect;

/// <summary>What a snapshot says about itself.</summary>
/// <param name="Snapshot">Where it lies.</param>
/// <param name="MetadataVersion">Version of the metadata.</param>
/// <param name="WrittenBy">The Flink releases that write this version.</param>
/// <param name="CheckpointId">The id; a job restored from it continues with the next one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Obstacles">Why the directory can't be moved by itself; empty if it can.</param>
/// <param name="Operators">The operators in the order of the metadata.</param>
/// <param name="Total">Bytes of state of all operators.</param>
/// <param name="Files">The files that it refers to.</param>
/// <param name="MetadataBytes">Bytes of the metadata file, state that is inline included.</param>
/// <param name="Findings">What could not be looked at, and why.</param>
public sealed record InspectReport(
    SnapshotPointer Snapshot,
    int MetadataVersion,
    string WrittenBy,
    long CheckpointId,
    InspectedKind Kind,
    ImmutableArray<RelocationObstacle> Obstacles,
    ImmutableArray<InspectedOperator> Operators,
    StateSizes Total,
    FileTotals Files,
    long MetadataBytes,
    ImmutableArray<string> Findings)
{
    /// <summary>Whether the directory can be moved or copied as it is.</summary>
    public bool IsRelocatable => Obstacles.IsEmpty;
}
