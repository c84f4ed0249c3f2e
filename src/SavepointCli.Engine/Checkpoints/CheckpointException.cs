namespace SavepointCli.Engine.Checkpoints;

/// <summary>An attempt to take a snapshot failed; nothing of it is left.</summary>
internal static class CheckpointException
{
    /// <summary>A fault of the given reason, with Flink's wording of reasons that have a cause of their own.</summary>
    public static Jobs.JobOperationException Of(
        CheckpointFailureReason reason, string? detail = null, Exception? cause = null, string? hint = null) =>
        new(ExitCode.OperationFailed, CheckpointFailureReason.JavaClass,
            detail is null ? reason.Text : $"{detail} Failure reason: {reason.Text}", hint, cause);

    /// <summary>More checkpoints in a row have failed than the job is to survive.</summary>
    public static Jobs.JobOperationException TooManyFailures(Jobs.JobOperationException latest) => new(
        ExitCode.OperationFailed, "org.apache.flink.util.FlinkRuntimeException",
        $"Exceeded checkpoint tolerable failure threshold. The latest checkpoint failed due to {latest.Message}", latest.Hint, latest);
}
