using System.Collections.Immutable;

namespace SavepointCli.Operations.State;

/// <summary>Which entries of a snapshot to read.</summary>
public sealed record StateReadRequest
{
    /// <summary>Uid or id of the only operator wanted; null for all.</summary>
    public string? Operator { get; init; }

    /// <summary>Name of the only state wanted; null for all.</summary>
    public string? State { get; init; }

    /// <summary>Uids that name operators by their hash, for snapshots that store none.</summary>
    public ImmutableArray<string> Uids { get; init; } = [];
}
