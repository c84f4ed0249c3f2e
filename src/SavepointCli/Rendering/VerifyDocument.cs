using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.Verify;

namespace SavepointCli.Rendering;

/// <summary>What <c>verify -o json</c> and <c>-o yaml</c> print.</summary>
internal sealed record VerifyDocument(
    string ApiVersion,
    string Kind,
    string Path,
    string MetadataFile,
    string Result,
    string Depth,
    string? Subset,
    VerifyTotals Checked,
    int Errors,
    int Warnings,
    int Notes,
    IReadOnlyList<VerifyDocument.Finding> Findings,
    long FindingsLeftOut,
    IReadOnlyList<MovedFile> MovedFiles)
{
    public static VerifyDocument Of(VerifyReport report, bool isDamaged) => new(
        DocumentRenderer.ApiVersion,
        "SnapshotVerification",
        report.Snapshot.Uri,
        report.Snapshot.MetadataPath,
        isDamaged ? "damaged" : "ok",
        InspectRenderer.NameOf(report.Depth),
        report.Subset?.ToString(),
        report.Totals,
        Count(report, VerifySeverity.Error),
        Count(report, VerifySeverity.Warning),
        Count(report, VerifySeverity.Note),
        [.. report.Findings.Select(Finding.Of)],
        report.FindingsLeftOut,
        report.Moved);

    private static int Count(VerifyReport report, VerifySeverity severity) => report.Findings.Count(finding => finding.Severity == severity);

    /// <summary>One finding; <c>offset</c> is null where it is about a file as a whole.</summary>
    internal sealed record Finding(
        string Severity, string Code, string Path, long? Offset, string? Operator, int? Subtask, string? State, string Message)
    {
        public static Finding Of(VerifyFinding finding) => new(
            InspectRenderer.NameOf(finding.Severity),
            InspectRenderer.NameOf(finding.Code),
            finding.Path,
            finding.Offset,
            finding.Operator,
            finding.Subtask,
            finding.State,
            finding.Message);
    }
}
