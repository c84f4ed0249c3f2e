using System.Collections.Immutable;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Export;

/// <summary>Which states of which snapshot to export, and where to.</summary>
/// <param name="Path">Directory or metadata file of the snapshot, in any of Flink's forms.</param>
/// <param name="Directory">The directory that takes the files, in any of Flink's forms; created if it is not there.</param>
/// <param name="Format">The form of the files.</param>
public sealed record StateExportRequest(string Path, string Directory, ExportFormat Format)
{
    /// <summary>Uid or id of the only operator wanted; null for all.</summary>
    public string? Operator { get; init; }

    /// <summary>Name of the only state wanted; null for all.</summary>
    public string? State { get; init; }

    /// <summary>Whether files of the same names are replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Uids that name operators by their hash, for snapshots that store none.</summary>
    public ImmutableArray<string> Uids { get; init; } = [];

    /// <summary>Where absolute references lie now.</summary>
    public PathMappings Mappings { get; init; } = PathMappings.None;
}
