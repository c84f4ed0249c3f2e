using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.State;

/// <summary>What a state holds for a key.</summary>
/// <param name="Entries">One entry per namespace that holds the key, at least one; where a map key was asked for, its value instead of the map.</param>
/// <param name="Findings">What could not be read or decoded.</param>
/// <param name="Moved">Files that were not where the snapshot says, but beside it.</param>
public sealed record StateGetReport(ImmutableArray<StateEntry> Entries, ImmutableArray<StateFinding> Findings, ImmutableArray<MovedFile> Moved)
{
    /// <summary>What a script should see: the value is there, but is it all?</summary>
    public required ExitCode ExitCode { get; init; }
}
