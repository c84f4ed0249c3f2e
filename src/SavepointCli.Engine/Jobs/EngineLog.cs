using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>What the engine says about its jobs.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1, LogLevel.Information, "Job {Job} ({Name}) is {Status}")]
    public static partial void JobEntered(this ILogger log, JobId job, string name, JobStatus status);

    [LoggerMessage(2, LogLevel.Warning, "Job {Job} failed")]
    public static partial void JobFailed(this ILogger log, JobId job, Exception cause);

    [LoggerMessage(3, LogLevel.Information, "Skipped {Bytes} bytes of state of operator {Operator}: the program has no such operator")]
    public static partial void StateDropped(this ILogger log, long bytes, OperatorId @operator);

    [LoggerMessage(4, LogLevel.Warning, "Could not delete {Path}; it holds no complete snapshot and may be removed by hand")]
    public static partial void LeftoverStays(this ILogger log, string? path, Exception cause);

    [LoggerMessage(5, LogLevel.Error, "Task {Task} of job {Job} did not end after it was cancelled; its thread is left behind")]
    public static partial void TaskLeftBehind(this ILogger log, string task, JobId job);

    [LoggerMessage(6, LogLevel.Warning, "The settings delete the claimed snapshot {Path} when the job ends")]
    public static partial void ClaimWillDelete(this ILogger log, string path);

    [LoggerMessage(7, LogLevel.Warning, "{Path} is restored in the deprecated LEGACY mode: nobody can tell when it may be deleted")]
    public static partial void LegacyIsDeprecated(this ILogger log, string path);

    [LoggerMessage(8, LogLevel.Information, "Job {Job} goes on from {Snapshot}")]
    public static partial void JobRecovered(this ILogger log, JobId job, string snapshot);

    [LoggerMessage(9, LogLevel.Error, "Job {Job} could not be recovered; its record stays in {Directory}")]
    public static partial void NotRecovered(this ILogger log, JobId job, string directory, Exception cause);
}
