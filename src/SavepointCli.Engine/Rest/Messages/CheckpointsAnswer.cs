namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Statistics of a job's checkpoints and savepoints.</summary>
internal sealed record CheckpointsAnswer(
    CheckpointCounts Counts, CheckpointSummary Summary, LatestCheckpoints Latest, IReadOnlyList<CheckpointAnswer> History);

/// <summary>How many there were.</summary>
internal sealed record CheckpointCounts(
    int Restored, int Total, int InProgress, int Completed, int Failed);

/// <summary>Spread over the completed ones; sizes in bytes, durations in milliseconds.</summary>
internal sealed record CheckpointSummary(
    StatsSummary CheckpointedSize,
    StatsSummary StateSize,
    StatsSummary EndToEndDuration,
    StatsSummary AlignmentBuffered,
    StatsSummary ProcessedData,
    StatsSummary PersistedData);

/// <summary>The latest of each kind, or null.</summary>
internal sealed record LatestCheckpoints(
    CheckpointAnswer? Completed, CheckpointAnswer? Savepoint, CheckpointAnswer? Failed, RestoredCheckpointAnswer? Restored);

/// <summary>The snapshot a job was started from.</summary>
internal sealed record RestoredCheckpointAnswer(
    long Id,
    long RestoreTimestamp,
    bool IsSavepoint,
    string ExternalPath);
