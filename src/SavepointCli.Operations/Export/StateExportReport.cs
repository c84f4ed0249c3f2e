using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Export;

/// <summary>What was exported.</summary>
/// <param name="Snapshot">Where the snapshot lies.</param>
/// <param name="Files">The files, one for each state that holds anything.</param>
/// <param name="Findings">What could not be read, so that the files lack it or hold it as bytes.</param>
/// <param name="ExitCode">What a script should see.</param>
/// <param name="Moved">The files of the snapshot that were not where it says, but beside it.</param>
public sealed record StateExportReport(
    SnapshotPointer Snapshot,
    ImmutableArray<ExportedFile> Files,
    IReadOnlyList<StateFinding> Findings,
    ExitCode ExitCode,
    ImmutableArray<MovedFile> Moved);
