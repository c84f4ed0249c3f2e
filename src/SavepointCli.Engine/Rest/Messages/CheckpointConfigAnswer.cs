namespace SavepointCli.Engine.Rest.Messages;

/// <summary>How a job takes checkpoints; times in milliseconds.</summary>
internal sealed record CheckpointConfigAnswer(
    string Mode,
    long Interval,
    long Timeout,
    long MinPause,
    int MaxConcurrent,
    ExternalizationAnswer Externalization,
    string StateBackend,
    string CheckpointStorage,
    bool UnalignedCheckpoints,
    int TolerableFailedCheckpoints,
    long AlignedCheckpointTimeout,
    bool CheckpointsAfterTasksFinish,
    bool StateChangelogEnabled,
    long ChangelogPeriodicMaterializationInterval,
    string ChangelogStorage);

/// <summary>Whether checkpoints outlive the job.</summary>
internal sealed record ExternalizationAnswer(bool Enabled, bool DeleteOnCancellation);
