namespace SavepointCli.Engine.Jobs;

/// <summary>What became of a request to cancel a job (<c>runtime.md</c> §1.8).</summary>
public enum CancelOutcome
{
    /// <summary>Accepted, or cancelled already.</summary>
    Accepted,

    /// <summary>There is no job of that id.</summary>
    UnknownJob,

    /// <summary>The job has finished or failed.</summary>
    AlreadyTerminated,
}
