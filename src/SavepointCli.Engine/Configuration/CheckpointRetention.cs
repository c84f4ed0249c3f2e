namespace SavepointCli.Engine.Configuration;

/// <summary>What becomes of a job's completed checkpoints when it ends, Flink's <c>ExternalizedCheckpointRetention</c>.</summary>
public enum CheckpointRetention
{
    /// <summary>Deleted at every end.</summary>
    NoExternalizedCheckpoints,

    /// <summary>Kept only if the job failed.</summary>
    DeleteOnCancellation,

    /// <summary>Kept if the job failed or was cancelled.</summary>
    RetainOnCancellation,
}
