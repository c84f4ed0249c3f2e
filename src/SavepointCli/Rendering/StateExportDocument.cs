using SavepointCli.Operations.Export;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Rendering;

/// <summary>What <c>state export -o json</c> and <c>-o yaml</c> print.</summary>
internal sealed record StateExportDocument(
    string ApiVersion,
    string Kind,
    string Path,
    IReadOnlyList<ExportedFile> Files,
    IReadOnlyList<StateListDocument.ReadFinding> Findings,
    IReadOnlyList<MovedFile> MovedFiles)
{
    public static StateExportDocument Of(StateExportReport report) => new(
        DocumentRenderer.ApiVersion,
        "StateExport",
        report.Snapshot.Uri,
        report.Files,
        [.. report.Findings.Select(StateListDocument.ReadFinding.Of)],
        report.Moved);
}
