using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Disposal;

/// <summary>A snapshot to be deleted.</summary>
/// <param name="Path">Directory or metadata file, in any of Flink's forms.</param>
/// <param name="AllowSharedFiles">Also where other checkpoints may still need files of it.</param>
public sealed record DisposalRequest(string Path, bool AllowSharedFiles = false)
{
    /// <summary>Where absolute references lie now.</summary>
    public PathMappings Mappings { get; init; } = PathMappings.None;
}
