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
/// <param name="TolerableFailures">Consecutive failures that the job survives.</param>
/// <param name="InlineThreshold">Streams up to this many bytes travel inside <c>_metadata</c>.</param>
/// <param name="Retained">Completed checkpoints that are kept.</param>
/// <param name="Retention">What becomes of them at the end of the job.</param>
/// <param name="Compress">Whether key groups are compressed.</param>
internal sealed record CheckpointSettings(
    CompatProfile Compat,
    TimeSpan? Interval,
    TimeSpan MinPause,
    TimeSpan Timeout,
    int TolerableFailures,
    int InlineThreshold,
    int Retained,
    CheckpointRetention Retention,
    bool Compress)
{
    // Flink's floor: shorter intervals mean "off".
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>The settings that a configuration asks for.</summary>
    public static CheckpointSettings Of(EngineConfiguration configuration)
    {
        var interval = configuration.Get(EngineOptions.CheckpointInterval);
        var minPause = configuration.Get(EngineOptions.CheckpointMinPause);
        return new CheckpointSettings(
            configuration.Get(EngineOptions.Compat),
            interval < ShortestInterval ? null : interval < minPause ? minPause : interval,
            minPause,
            configuration.Get(EngineOptions.CheckpointTimeout),
            configuration.Get(EngineOptions.TolerableFailedCheckpoints),
            configuration.Get(EngineOptions.InlineThreshold),
            Math.Max(configuration.Get(EngineOptions.RetainedCheckpoints), 1),
            configuration.Get(EngineOptions.CheckpointRetention),
            configuration.Get(EngineOptions.SnapshotCompression));
    }

    /// <summary>How the tasks write the state of a snapshot.</summary>
    public SnapshotOptions OptionsOf(SnapshotRequest request) => new(request.Format) { Compress = Compress };

    /// <summary>What <c>_metadata</c> says about the kind of a snapshot.</summary>
    public ReadOnlyMemory<byte> PropertiesTailOf(SnapshotRequest request) => new CheckpointPropertiesTail(
        request.Kind switch
        {
            SnapshotKind.Checkpoint => SnapshotType.Checkpoint,
            SnapshotKind.Savepoint => SnapshotType.Savepoint,
            _ => request.Drain ? SnapshotType.TerminateSavepoint : SnapshotType.SuspendSavepoint,
        },
        request.Kind == SnapshotKind.Checkpoint
            ? null
            : request.Format == SavepointFormat.Native ? SavepointFormatType.Native : SavepointFormatType.Canonical,
        Retention == CheckpointRetention.RetainOnCancellation).ToBytes();
}
