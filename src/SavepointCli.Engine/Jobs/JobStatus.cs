namespace SavepointCli.Engine.Jobs;

/// <summary>States of a job as in <c>org.apache.flink.api.common.JobStatus</c>; the REST text is the name in upper case.</summary>
public enum JobStatus
{
    /// <summary>Graph and coordinator are being built, state is being mapped.</summary>
    Initializing,

    /// <summary>Ready, not scheduled.</summary>
    Created,

    /// <summary>Scheduled; its tasks may still wait for slots.</summary>
    Running,

    /// <summary>Failed for good; tasks are being cancelled.</summary>
    Failing,

    /// <summary>Failed, terminal.</summary>
    Failed,

    /// <summary>Tasks are being cancelled on request.</summary>
    Cancelling,

    /// <summary>Cancelled, terminal.</summary>
    Canceled,

    /// <summary>Every subtask finished, terminal.</summary>
    Finished,

    /// <summary>Failed; waiting to run again.</summary>
    Restarting,

    /// <summary>The engine went down with the job not at its end.</summary>
    Suspended,
}
