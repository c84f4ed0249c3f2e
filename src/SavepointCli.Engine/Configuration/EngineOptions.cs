using SavepointCli.Engine.State;
namespace SavepointCli.Engine.Configuration;

/// <summary>The settings that the engine understands, with Flink's keys, old spellings and defaults.</summary>
public static class EngineOptions
{
    /// <summary>Flink release to follow: 1.16, 1.20 or 2.2.</summary>
    public static ConfigOption<CompatProfile> Compat { get; } = new("engine.compat", CompatProfile.Default, CompatProfile.Parse);

    /// <summary>Directory for savepoints whose request names none.</summary>
    public static ConfigOption<string?> SavepointDirectory { get; } =
        new("execution.checkpointing.savepoint-dir", null, Text, "state.savepoints.dir", "savepoints.state.backend.fs.dir");

    /// <summary>Directory below which the checkpoints of all jobs lie.</summary>
    public static ConfigOption<string?> CheckpointDirectory { get; } =
        new("execution.checkpointing.dir", null, Text, "state.checkpoints.dir", "state.backend.fs.checkpointdir");

    /// <summary>Whether a job's checkpoints lie in a directory named after the job id.</summary>
    public static ConfigOption<bool> CreateCheckpointSubdirectory { get; } =
        new("execution.checkpointing.create-subdir", true, ConfigValue.Boolean, "state.checkpoints.create-subdir");

    /// <summary>How many completed checkpoints are kept.</summary>
    public static ConfigOption<int> RetainedCheckpoints { get; } =
        new("execution.checkpointing.num-retained", 1, ConfigValue.Int32, "state.checkpoints.num-retained");

    /// <summary>Streams up to this many bytes are stored inside <c>_metadata</c>.</summary>
    public static ConfigOption<int> InlineThreshold { get; } =
        new("execution.checkpointing.data-inline-threshold", 20 * 1024, ConfigValue.MemorySize,
            "state.storage.fs.memory-threshold", "state.backend.fs.memory-threshold");

    /// <summary>Time between periodic checkpoints; zero switches them off.</summary>
    public static ConfigOption<TimeSpan> CheckpointInterval { get; } =
        new("execution.checkpointing.interval", TimeSpan.Zero, ConfigValue.Duration);

    /// <summary>Shortest time between the end of one checkpoint and the start of the next.</summary>
    public static ConfigOption<TimeSpan> CheckpointMinPause { get; } =
        new("execution.checkpointing.min-pause", TimeSpan.Zero, ConfigValue.Duration);

    /// <summary>After this time an attempt to take a snapshot is given up.</summary>
    public static ConfigOption<TimeSpan> CheckpointTimeout { get; } =
        new("execution.checkpointing.timeout", TimeSpan.FromMinutes(10), ConfigValue.Duration);

    /// <summary>How many checkpoints may be under way at once; savepoints count, but do not wait.</summary>
    public static ConfigOption<int> MaxConcurrentCheckpoints { get; } =
        new("execution.checkpointing.max-concurrent-checkpoints", 1, ConfigValue.Int32);

    /// <summary>Whether snapshots go on after some subtasks have finished.</summary>
    public static ConfigOption<bool> CheckpointsAfterTasksFinish { get; } =
        new("execution.checkpointing.checkpoints-after-tasks-finish", true, ConfigValue.Boolean,
            "execution.checkpointing.checkpoints-after-tasks-finish.enabled");

    /// <summary>Consecutive failed checkpoints that a job survives.</summary>
    public static ConfigOption<int> TolerableFailedCheckpoints { get; } =
        new("execution.checkpointing.tolerable-failed-checkpoints", 0, ConfigValue.Int32);

    /// <summary>How many snapshots the statistics of a job list.</summary>
    public static ConfigOption<int> CheckpointHistory { get; } =
        new("web.checkpoints.history", 10, ConfigValue.Int32, "jobmanager.web.checkpoints.history");

    /// <summary>How many failures of a job are remembered.</summary>
    public static ConfigOption<int> ExceptionHistory { get; } = new("web.exception-history-size", 16, ConfigValue.Int32);

    /// <summary>How many jobs that have ended stay listed.</summary>
    public static ConfigOption<int> EndedJobs { get; } = new("jobstore.max-capacity", 1_000, ConfigValue.Int32);

    /// <summary>How long a job that has ended stays listed; a bare number is in seconds.</summary>
    public static ConfigOption<TimeSpan> EndedJobsExpiration { get; } =
        new("jobstore.expiration-time", TimeSpan.FromHours(1), text => TimeSpan.FromSeconds(ConfigValue.Int32(text)));

    /// <summary>Whether key groups are snappy framed.</summary>
    public static ConfigOption<bool> SnapshotCompression { get; } =
        new("execution.checkpointing.snapshot-compression", false, ConfigValue.Boolean);

    /// <summary>What becomes of a job's checkpoints at its end.</summary>
    public static ConfigOption<CheckpointRetention> CheckpointRetention { get; } =
        new("execution.checkpointing.externalized-checkpoint-retention", Configuration.CheckpointRetention.NoExternalizedCheckpoints,
            ParseRetention, "execution.checkpointing.externalized-checkpoint");

    /// <summary>Snapshot to restore; null for a fresh start.</summary>
    public static ConfigOption<string?> StateRecoveryPath { get; } =
        new("execution.state-recovery.path", null, Text, "execution.savepoint.path");

    /// <summary>Whether state that no operator takes over is dropped.</summary>
    public static ConfigOption<bool> IgnoreUnclaimedState { get; } =
        new("execution.state-recovery.ignore-unclaimed-state", false, ConfigValue.Boolean, "execution.savepoint.ignore-unclaimed-state");

    /// <summary>Who owns the restored snapshot if the submission does not say.</summary>
    public static ConfigOption<Jobs.ClaimMode> ClaimMode { get; } =
        new("execution.state-recovery.claim-mode", Jobs.ClaimMode.NoClaim, ParseClaimMode, "execution.savepoint-restore-mode");

    /// <summary>Directory that keeps what a later process must know to go on with the jobs; null to forget them with the process.</summary>
    public static ConfigOption<string?> JobRecordDirectory { get; } =
        new("high-availability.storageDir", null, Text, "recovery.zookeeper.storageDir");

    /// <summary>Where keyed state lives.</summary>
    public static ConfigOption<StateBackendKind> StateBackend { get; } =
        new("state.backend.type", StateBackendKind.HashMap, ParseStateBackend, "state.backend");

    /// <summary>Where RocksDB keeps its databases while a task runs; null for the system's temporary folder.</summary>
    public static ConfigOption<string?> RocksDbLocalDirectory { get; } = new("state.backend.rocksdb.localdir", null, Text);

    /// <summary>Whether checkpoints of RocksDB store only the tables that no earlier one has stored.</summary>
    public static ConfigOption<bool> IncrementalCheckpoints { get; } =
        new("execution.checkpointing.incremental", false, ConfigValue.Boolean, "state.backend.incremental");

    /// <summary>Parallelism of operators that set none.</summary>
    public static ConfigOption<int> DefaultParallelism { get; } = new("parallelism.default", 1, ConfigValue.Int32);

    /// <summary>Max parallelism of operators that set none; -1 derives it from the parallelism.</summary>
    public static ConfigOption<int> MaxParallelism { get; } = new("pipeline.max-parallelism", -1, ConfigValue.Int32);

    /// <summary>Whether operators without uid get an id from their place in the graph.</summary>
    public static ConfigOption<bool> AutoGenerateUids { get; } = new("pipeline.auto-generate-uids", true, ConfigValue.Boolean);

    /// <summary>Whether operators are fused into chains.</summary>
    public static ConfigOption<bool> OperatorChaining { get; } =
        new("pipeline.operator-chaining.enabled", true, ConfigValue.Boolean, "pipeline.operator-chaining");

    /// <summary>Whether operators of different max parallelism may be fused.</summary>
    public static ConfigOption<bool> ChainDifferentMaxParallelism { get; } =
        new("pipeline.operator-chaining.chain-operators-with-different-max-parallelism", true, ConfigValue.Boolean);

    /// <summary>Time between periodic watermarks.</summary>
    public static ConfigOption<TimeSpan> AutoWatermarkInterval { get; } =
        new("pipeline.auto-watermark-interval", TimeSpan.FromMilliseconds(200), ConfigValue.Duration);

    /// <summary>After this time a cancelled task that does not end is given up and the job fails.</summary>
    public static ConfigOption<TimeSpan> TaskCancellationTimeout { get; } =
        new("task.cancellation.timeout", TimeSpan.FromMinutes(3), ConfigValue.Duration);

    private static string? Text(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static StateBackendKind ParseStateBackend(string text) => text.Trim() switch
    {
        "hashmap" or "jobmanager" or "filesystem" => StateBackendKind.HashMap,
        "rocksdb" => StateBackendKind.RocksDb,
        _ => throw new FormatException("known are hashmap, rocksdb"),
    };

    private static Jobs.ClaimMode ParseClaimMode(string text) => text.Trim().ToUpperInvariant() switch
    {
        "NO_CLAIM" => Jobs.ClaimMode.NoClaim,
        "CLAIM" => Jobs.ClaimMode.Claim,
        "LEGACY" => Jobs.ClaimMode.Legacy,
        _ => throw new FormatException("known are NO_CLAIM, CLAIM, LEGACY"),
    };

    private static CheckpointRetention ParseRetention(string text) => text.Trim().ToUpperInvariant() switch
    {
        "NO_EXTERNALIZED_CHECKPOINTS" => Configuration.CheckpointRetention.NoExternalizedCheckpoints,
        "DELETE_ON_CANCELLATION" => Configuration.CheckpointRetention.DeleteOnCancellation,
        "RETAIN_ON_CANCELLATION" => Configuration.CheckpointRetention.RetainOnCancellation,
        _ => throw new FormatException("known are NO_EXTERNALIZED_CHECKPOINTS, DELETE_ON_CANCELLATION, RETAIN_ON_CANCELLATION"),
    };
}
