using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Verify;

/// <summary>A snapshot to check.</summary>
/// <param name="Path">Directory or metadata file, in any of Flink's forms.</param>
public sealed record VerifyRequest(string Path)
{
    /// <summary>How closely to look.</summary>
    public VerifyDepth Depth { get; init; } = VerifyDepth.Files;

    /// <summary>Which part of the data to read at <see cref="VerifyDepth.Data"/>; null for all of it.</summary>
    public DataSubset? Subset { get; init; }

    /// <summary>Uids that name operators by their hash, for snapshots that store none.</summary>
    public ImmutableArray<string> Uids { get; init; } = [];

    /// <summary>Where absolute references lie now.</summary>
    public PathMappings Mappings { get; init; } = PathMappings.None;

    /// <summary>Most things that are read at the same time.</summary>
    public int MaxConcurrency { get; init; } = Environment.ProcessorCount;
}
