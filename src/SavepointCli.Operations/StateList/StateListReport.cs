using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.StateList;

/// <summary>The states that a snapshot holds.</summary>
/// <param name="Snapshot">Where it lies.</param>
/// <param name="Depth">How closely it was looked at.</param>
/// <param name="States">The states, operator by operator in the order of the metadata.</param>
/// <param name="TotalBytes">Bytes of the entries of all of them.</param>
/// <param name="Findings">What could not be read; the numbers lack it.</param>
/// <param name="ExitCode">What a script should see.</param>
/// <param name="Moved">The files that were not where the snapshot says, but beside it.</param>
public sealed record StateListReport(
    SnapshotPointer Snapshot,
    StateListDepth Depth,
    ImmutableArray<ListedState> States,
    long TotalBytes,
    IReadOnlyList<StateFinding> Findings,
    ExitCode ExitCode,
    ImmutableArray<MovedFile> Moved);
