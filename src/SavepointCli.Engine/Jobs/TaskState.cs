namespace SavepointCli.Engine.Jobs;

/// <summary>States of a subtask as in Flink's <c>ExecutionState</c>; the REST text is the name in upper case.</summary>
public enum TaskState
{
    /// <summary>Known, not scheduled.</summary>
    Created,

    /// <summary>Waiting for a slot.</summary>
    Scheduled,

    /// <summary>Being deployed.</summary>
    Deploying,

    /// <summary>Restoring state and opening operators.</summary>
    Initializing,

    /// <summary>Processing.</summary>
    Running,

    /// <summary>Done.</summary>
    Finished,

    /// <summary>Being cancelled.</summary>
    Canceling,

    /// <summary>Cancelled.</summary>
    Canceled,

    /// <summary>Failed.</summary>
    Failed,
}
