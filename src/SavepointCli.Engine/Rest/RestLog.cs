using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Rest;

/// <summary>What the REST server writes to the log.</summary>
internal static partial class RestLog
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed unexpectedly")]
    public static partial void RequestFailed(ILogger log, string method, string path, Exception fault);

    [LoggerMessage(2, LogLevel.Information, "{Operation} of job {Job} triggered as {Trigger}")]
    public static partial void Triggered(ILogger log, string operation, JobId job, string trigger);

    [LoggerMessage(3, LogLevel.Information, "{Operation} of job {Job}, trigger {Trigger}, known already: nothing done")]
    public static partial void KnownAlready(ILogger log, string operation, JobId job, string trigger);

    [LoggerMessage(4, LogLevel.Information, "uploaded {Jar}")]
    public static partial void Uploaded(ILogger log, string jar);

    [LoggerMessage(5, LogLevel.Information, "job {Job} submitted from {Jar}")]
    public static partial void Submitted(ILogger log, JobId job, string jar);

    [LoggerMessage(6, LogLevel.Warning, "submission from {Jar} refused: {Reason}")]
    public static partial void SubmissionRefused(ILogger log, string jar, string reason);

    [LoggerMessage(7, LogLevel.Information, "shutting down on request of a client")]
    public static partial void ShuttingDown(ILogger log);

    [LoggerMessage(8, LogLevel.Warning, "Not all jobs ended before the cluster did")]
    public static partial void NotAllJobsEnded(ILogger log, Exception cause);
}
