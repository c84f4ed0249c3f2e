namespace SavepointCli.Engine.Jobs;

/// <summary>How an attempt to take a snapshot stands.</summary>
public enum SnapshotState
{
    /// <summary>Not all subtasks have acknowledged, or the metadata is not published yet.</summary>
    InProgress,

    /// <summary>Published.</summary>
    Completed,

    /// <summary>Aborted; nothing of it is left.</summary>
    Failed,
}
