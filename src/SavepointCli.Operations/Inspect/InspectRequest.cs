using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Inspect;

/// <summary>A snapshot to look at.</summary>
/// <param name="Path">Directory or metadata file, in any of Flink's forms.</param>
public sealed record InspectRequest(string Path)
{
    /// <summary>Uids that name operators by their hash, for snapshots that store none.</summary>
    public ImmutableArray<string> Uids { get; init; } = [];

    /// <summary>Where absolute references lie now.</summary>
    public PathMappings Mappings { get; init; } = PathMappings.None;
}
