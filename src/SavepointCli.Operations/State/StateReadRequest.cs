using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.State;

/// <summary>Which entries of which snapshot to read.</summary>
public sealed record StateReadRequest
{
    /// <summary>The snapshot's directory or metadata file.</summary>
    public required string Path { get; init; }

    /// <summary>Uid or id of the only operator wanted; null for all.</summary>
    public string? Operator { get; init; }

    /// <summary>Name of the only state wanted; null for all.</summary>
    public string? State { get; init; }

    /// <summary>Uids that name operators by their hash, for snapshots that store none.</summary>
    public ImmutableArray<string> Uids { get; init; } = [];

    /// <summary>Where absolute references of the snapshot lie now.</summary>
    public PathMappings Mappings { get; init; } = PathMappings.None;
}
