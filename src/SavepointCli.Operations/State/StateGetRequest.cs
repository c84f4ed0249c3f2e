using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.State;

/// <summary>Which key of which state to look up.</summary>
public sealed record StateGetRequest
{
    /// <summary>The snapshot's directory or metadata file.</summary>
    public required string Path { get; init; }

    /// <summary>Uid or id of the operator.</summary>
    public required string Operator { get; init; }

    /// <summary>Name of the state.</summary>
    public required string State { get; init; }

    /// <summary>The key.</summary>
    public required WantedText Key { get; init; }

    /// <summary>The namespace; null for every one that holds the key.</summary>
    public WantedText? Namespace { get; init; }

    /// <summary>The map key whose value alone is wanted; null for the whole value.</summary>
    public WantedText? MapKey { get; init; }

    /// <summary>Uids that name operators by their hash, for snapshots that store none.</summary>
    public ImmutableArray<string> Uids { get; init; } = [];

    /// <summary>Where absolute references of the snapshot lie now.</summary>
    public PathMappings Mappings { get; init; } = PathMappings.None;
}
