using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>How the snapshots of a job are taken and kept.</summary>
/// <param name="Compat">The Flink release to write for.</param>
/// <param name="Interval">Time between periodic checkpoints, or null for none.</param>
/// <param name="MinPause">Shortest time between the end of a snapshot and the start of a periodic checkpoint.</param>
/// <param name="Timeout">After this time an attempt is given up.</param>
/// <param name="MaxConcurrent">Attempts that may be under way at once; savepoints do not wait for that.</param>
/// <param name="AfterTasksFinish">Whether snapshots go on after some subtasks have finished.</param>
/// <param name="TolerableFailures">Consecutive failures that the job survives.</param>
/// <param name="InlineThreshold">Streams up to this many bytes travel inside <c>_metadata</c>.</param>
/// <param name="Retained">Completed checkpoints that are kept.</param>
/// <param name="Retention">What becomes of them at the end of the job.</param>
/// <param name="History">Attempts that the statistics list.</param>
/// <param name="Compress">Whether key groups are compressed.</param>
internal sealed record CheckpointSettings(
    CompatProfile Compat,
    TimeSpan? Interval,
    TimeSpan MinPause,
    TimeSpan Timeout,
    int MaxConcurrent,
    bool AfterTasksFinish,
    int TolerableFailures,
    int InlineThreshold,
    int Retained,
    CheckpointRetention Retention,
    int History,
    bool Compress)
{
    // Flink's floor: shorter intervals mean "off".
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(365);

    /// <summary>The settings that a configuration asks for.</summary>
    public static CheckpointSettings Of(EngineConfiguration configuration)
    {
        var interval = configuration.Get(EngineOptions.CheckpointInterval);
        var pause = configuration.Get(EngineOptions.CheckpointMinPause);
        var minPause = pause < LongestPause ? pause : LongestPause;
        return new CheckpointSettings(
            configuration.Get(EngineOptions.Compat),
            interval < ShortestInterval ? null : interval < minPause ? minPause : interval,
            minPause,
            configuration.Get(EngineOptions.CheckpointTimeout),
            Math.Max(configuration.Get(EngineOptions.MaxConcurrentCheckpoints), 1),
            configuration.Get(EngineOptions.CheckpointsAfterTasksFinish),
            configuration.Get(EngineOptions.TolerableFailedCheckpoints),
            configuration.Get(EngineOptions.InlineThreshold),
            Math.Max(configuration.Get(EngineOptions.RetainedCheckpoints), 1),
            configuration.Get(EngineOptions.CheckpointRetention),
            Math.Max(configuration.Get(EngineOptions.CheckpointHistory), 0),
            configuration.Get(EngineOptions.SnapshotCompression));
    }

    /// <summary>Whether the checkpoints of a job that has ended so are kept.</summary>
    public bool Keeps(JobStatus end) => end switch
    {
        JobStatus.Canceled => Retention == CheckpointRetention.RetainOnCancellation,
        JobStatus.Failed => Retention != CheckpointRetention.NoExternalizedCheckpoints,
        _ => false,
    };

    /// <summary>How the tasks write the state of a snapshot.</summary>
    public SnapshotOptions OptionsOf(SnapshotRequest request) => new(request.Format) { Compress = Compress, Sharing = request.Sharing };

    /// <summary>What <c>_metadata</c> says about the kind of a snapshot.</summary>
    public ReadOnlyMemory<byte> PropertiesTailOf(SnapshotRequest request) => new CheckpointPropertiesTail(
        request.Kind switch
        {
            SnapshotKind.Checkpoint => request.IsFull ? SnapshotType.FullCheckpoint : SnapshotType.Checkpoint,
            SnapshotKind.Savepoint => SnapshotType.Savepoint,
            _ => request.Drain ? SnapshotType.TerminateSavepoint : SnapshotType.SuspendSavepoint,
        },
        request.Kind == SnapshotKind.Checkpoint
            ? null
            : request.Format == SavepointFormat.Native ? SavepointFormatType.Native : SavepointFormatType.Canonical,
        Retention == CheckpointRetention.RetainOnCancellation).ToBytes();
}
