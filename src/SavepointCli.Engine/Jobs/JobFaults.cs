using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>Refusals of requests about jobs, in Flink's words.</summary>
internal static class JobFaults
{
    private const string FlinkException = "org.apache.flink.util.FlinkException";

    public static JobOperationException NotFound(JobId job) => new(
        ExitCode.NotFound, "org.apache.flink.runtime.messages.FlinkJobNotFoundException", $"Could not find Flink job ({job})",
        "see `savepointctl list` for the jobs that run");

    public static JobOperationException Initializing(JobId job) => new(
        ExitCode.OperationFailed, "org.apache.flink.runtime.dispatcher.UnavailableDispatcherOperationException",
        $"Unable to perform the operation: job {job} is still initializing.", "try again once the job is running");

    public static JobOperationException CancelledWhileStarting(JobId job) => new(
        ExitCode.OperationFailed, "org.apache.flink.runtime.client.JobCancellationException",
        $"Job {job} was cancelled before it had started.", "submit it again");

    public static JobOperationException Stopping(JobId job) => new(
        ExitCode.Locked, "org.apache.flink.runtime.checkpoint.CheckpointException",
        $"Job {job} is being stopped with a savepoint; nothing else is triggered meanwhile.", "wait for the stop to end");

    public static JobOperationException Duplicate(JobId job, bool terminated) => new(
        ExitCode.Refused, "org.apache.flink.runtime.client.DuplicateJobSubmissionException",
        terminated ? $"Job {job} has already reached a globally-terminal state." : $"Job {job} has already been submitted.",
        "leave the job id out to get a new one");

    public static JobOperationException BadProgram(Streaming.JobGraphException fault) => new(
        ExitCode.Usage, "org.apache.flink.client.program.ProgramInvocationException", fault.Message, fault.Hint, fault);

    public static JobOperationException NotStarted(SavepointException fault) => new(
        fault.ExitCode, "org.apache.flink.runtime.client.JobInitializationException", fault.Message, fault.Hint, fault);

    /// <param name="code">The engine's code for the reason.</param>
    /// <param name="fault">The reason.</param>
    public static JobOperationException NotStarted(string code, SavepointException fault) => new(
        fault.ExitCode, "org.apache.flink.runtime.client.JobInitializationException", $"{code}: {fault.Message}", fault.Hint, fault);

    public static JobOperationException NotDisposed(string path, SavepointException cause) => new(
        cause.ExitCode, FlinkException, $"Could not dispose savepoint {path}.", cause.Hint, cause);

    public static JobOperationException NotDisposed(string path, string reason, ExitCode exitCode, string? hint) =>
        NotDisposed(path, new JobOperationException(exitCode, FlinkException, reason, hint));

    public static JobOperationException CannotRecover(Checkpoints.CompletedSnapshot snapshot, string missing, bool isRestored) => new(
        ExitCode.Damaged, "java.io.FileNotFoundException",
        $"RST-MISSINGFILE: {missing} is missing, a file of "
        + (isRestored
            ? $"{snapshot.ExternalPath}, from which the job was started; it has completed no checkpoint since"
            : $"{snapshot.ExternalPath}, the last checkpoint of the job"),
        "put the file back, or start the job from another snapshot");

    public static JobOperationException MissingFile(string file, string snapshot, string? hint) => new(
        ExitCode.Damaged, "java.io.FileNotFoundException", $"RST-MISSINGFILE: state file {file} of snapshot {snapshot} is missing", hint);

    public static JobOperationException NoTarget(string property) => new(
        ExitCode.Usage, "org.apache.flink.runtime.rest.handler.RestHandlerException",
        $"Config key [{Configuration.EngineOptions.SavepointDirectory.Key}] is not set. Property [{property}] must be provided.",
        $"name a target directory, or set {Configuration.EngineOptions.SavepointDirectory.Key}");

    public static JobOperationException StopFailed(string path, JobStatus status, Exception? cause) => new(
        ExitCode.OperationFailed, "org.apache.flink.runtime.scheduler.stopwithsavepoint.StopWithSavepointStoppingException",
        $"A savepoint has been created at: {path}, but the corresponding job went {status.ToString().ToUpperInvariant()} during stopping. "
        + "The savepoint is consistent, but might have uncommitted transactions.",
        "restore the job from that savepoint: it commits them", cause);

    public static JobOperationException StopInterrupted(Exception? cause) => new(
        ExitCode.OperationFailed, "org.apache.flink.util.FlinkException",
        "Stop-with-savepoint failed after tasks had stopped reading; the job starts again from its last checkpoint.", null, cause);
}
