using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Verify;

/// <summary>What checking a snapshot found.</summary>
/// <param name="Snapshot">Where it lies.</param>
/// <param name="Depth">How closely it was looked at.</param>
/// <param name="Subset">The part of the data that was read; null if all was, or none.</param>
/// <param name="Findings">All that is wrong, by file and position.</param>
/// <param name="FindingsLeftOut">Findings beyond the most that are kept.</param>
/// <param name="Totals">How much was looked at.</param>
/// <param name="Moved">The files that were not where the snapshot says, but beside it.</param>
public sealed record VerifyReport(
    SnapshotPointer Snapshot,
    VerifyDepth Depth,
    DataSubset? Subset,
    ImmutableArray<VerifyFinding> Findings,
    long FindingsLeftOut,
    VerifyTotals Totals,
    ImmutableArray<MovedFile> Moved)
{
    /// <summary>Whether anything is an error.</summary>
    public bool IsDamaged => Findings.Any(finding => finding.Severity == VerifySeverity.Error);
}
