using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.StateList;

/// <summary>Which states of which snapshot to list.</summary>
/// <param name="Path">Directory or metadata file, in any of Flink's forms.</param>
public sealed record StateListRequest(string Path)
{
    /// <summary>Uid or id of the only operator wanted; null for all.</summary>
    public string? Operator { get; init; }

    /// <summary>Name of the only state wanted; null for all.</summary>
    public string? State { get; init; }

    /// <summary>How closely to look.</summary>
    public StateListDepth Depth { get; init; } = StateListDepth.Counts;

    /// <summary>Uids that name operators by their hash, for snapshots that store none.</summary>
    public ImmutableArray<string> Uids { get; init; } = [];

    /// <summary>Where absolute references lie now.</summary>
    public PathMappings Mappings { get; init; } = PathMappings.None;
}
