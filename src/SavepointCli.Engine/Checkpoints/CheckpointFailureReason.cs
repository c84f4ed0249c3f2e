namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Why an attempt to take a snapshot failed, in the words of Flink's enum of the same name, which clients and people look for.
/// </summary>
/// <param name="Text">What Flink says.</param>
/// <param name="Counts">Whether the failure counts against the tolerable ones of the job.</param>
internal sealed record CheckpointFailureReason(string Text, bool Counts)
{
    public static readonly CheckpointFailureReason TasksNotRunning = new("Not all required tasks are currently running.", false);

    public static readonly CheckpointFailureReason TooManyRequests =
        new("The maximum number of queued checkpoint requests exceeded", false);

    public static readonly CheckpointFailureReason MinPause =
        new("The minimum time between checkpoints is still pending. Checkpoint will be triggered after the minimum time.", false);

    public static readonly CheckpointFailureReason TriggerFailed = new("Trigger checkpoint failure.", false);

    public static readonly CheckpointFailureReason Storage =
        new("An Exception occurred while triggering the checkpoint. IO-problem detected.", true);

    public static readonly CheckpointFailureReason Expired = new("Checkpoint expired before completing.", true);

    public static readonly CheckpointFailureReason Declined = new("Checkpoint was declined.", true);

    public static readonly CheckpointFailureReason AsyncPartFailed = new("Asynchronous task checkpoint failed.", true);

    public static readonly CheckpointFailureReason FinalizationFailed = new("Failure to finalize checkpoint.", true);

    public static readonly CheckpointFailureReason TaskFailed = new("Task has failed.", false);

    public static readonly CheckpointFailureReason Subsumed = new("Checkpoint has been subsumed.", false);

    public static readonly CheckpointFailureReason NewerBarrier = new("A newer checkpoint barrier was received by the task.", false);

    public static readonly CheckpointFailureReason CancelledUpstream =
        new("Received checkpoint cancellation from one of the inputs of the task.", false);

    public static readonly CheckpointFailureReason Suspending = new("Checkpoint Coordinator is suspending.", false);

    public static readonly CheckpointFailureReason Shutdown = new("CheckpointCoordinator shutdown.", false);

    /// <summary>The Java exception that carries these reasons.</summary>
    public const string JavaClass = "org.apache.flink.runtime.checkpoint.CheckpointException";
}
