using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State.Snapshots;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>A snapshot that somebody asks for.</summary>
/// <param name="Kind">What is taken.</param>
/// <param name="Format">The binary format of the state.</param>
/// <param name="TargetDirectory">Directory below which a savepoint gets its own; unused for checkpoints.</param>
/// <param name="Drain">Whether a stopping job flushes first.</param>
internal sealed record SnapshotRequest(SnapshotKind Kind, SavepointFormat Format, string? TargetDirectory = null, bool Drain = false)
{
    /// <summary>A checkpoint that somebody asks for.</summary>
    public static SnapshotRequest Checkpoint { get; } = new(SnapshotKind.Checkpoint, SavepointFormat.Native);

    /// <summary>A checkpoint that uses no file of earlier ones.</summary>
    public static SnapshotRequest FullCheckpoint { get; } = Checkpoint with { IsFull = true };

    /// <summary>A checkpoint that is due.</summary>
    public static SnapshotRequest PeriodicCheckpoint { get; } = Checkpoint with { IsPeriodic = true };

    /// <summary>Whether the clock asks, and nobody waits for the outcome.</summary>
    public bool IsPeriodic { get; init; }

    /// <summary>Whether a checkpoint must use no file of earlier ones.</summary>
    public bool IsFull { get; init; }

    /// <summary>Whether it starts beside whatever is under way: savepoints do, as long as checkpoints are aligned.</summary>
    public bool IsForced => Kind != SnapshotKind.Checkpoint;

    /// <summary>Which files of other snapshots the tasks may use, Flink's <c>SharingFilesStrategy</c>.</summary>
    public FileSharing Sharing => Kind != SnapshotKind.Checkpoint ? FileSharing.None : IsFull ? FileSharing.Forward : FileSharing.ForwardBackward;
}
