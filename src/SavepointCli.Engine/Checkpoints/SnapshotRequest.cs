using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>A snapshot that somebody asks for.</summary>
/// <param name="Kind">What is taken.</param>
/// <param name="Format">The binary format of the state.</param>
/// <param name="TargetDirectory">Directory below which a savepoint gets its own; unused for checkpoints.</param>
/// <param name="Drain">Whether a stopping job flushes first.</param>
internal sealed record SnapshotRequest(SnapshotKind Kind, SavepointFormat Format, string? TargetDirectory = null, bool Drain = false)
{
    public static SnapshotRequest Checkpoint { get; } = new(SnapshotKind.Checkpoint, SavepointFormat.Native);
}
