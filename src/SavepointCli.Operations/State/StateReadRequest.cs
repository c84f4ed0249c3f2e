using System.Collections.Immutable;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.State;

/// <summary>Which entries of which snapshot to read. What is not wanted is not opened where that can be told from outside.</summary>
public sealed record StateReadRequest
{
    /// <summary>The snapshot's directory or metadata file.</summary>
    public required string Path { get; init; }

    /// <summary>Uid or id of the only operator wanted; null for all.</summary>
    public string? Operator { get; init; }

    /// <summary>Name of the only state wanted; null for all.</summary>
    public string? State { get; init; }

    /// <summary>The only key wanted, as it is printed or as bare text; null for all. Operator state has no keys and is left out then.</summary>
    public WantedText? Key { get; init; }

    /// <summary>The only namespace wanted, in the same forms; null for all.</summary>
    public WantedText? Namespace { get; init; }

    /// <summary>The only key groups wanted; null for all. Operator state has none and is left out then.</summary>
    public KeyGroupRange? KeyGroups { get; init; }

    /// <summary>Most entries wanted; null for all.</summary>
    public long? Limit { get; init; }

    /// <summary>Uids that name operators by their hash, for snapshots that store none.</summary>
    public ImmutableArray<string> Uids { get; init; } = [];

    /// <summary>Where absolute references of the snapshot lie now.</summary>
    public PathMappings Mappings { get; init; } = PathMappings.None;
}
