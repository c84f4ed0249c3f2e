using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>
/// What the REST server may ask of the engine: the dispatcher of an embedded cluster. All members are safe to call from any thread.
/// Refusals that a client must be told about are <see cref="JobOperationException"/>s in Flink's words.
/// </summary>
public interface IEmbeddedCluster
{
    /// <summary>All jobs that run or ran in this process, oldest first.</summary>
    IReadOnlyList<JobOverview> Jobs { get; }

    /// <summary>The job with its vertices, or null if there is none of that id.</summary>
    JobDetails? Find(JobId job);

    /// <summary>
    /// Loads the assembly, runs its entry point to capture the graph, restores state if asked to, and starts the job. Completes when
    /// the job has left INITIALIZING.
    /// </summary>
    /// <exception cref="JobOperationException">No single entry point, no job, a restore that does not fit, and so on.</exception>
    Task<JobId> SubmitAsync(JobSubmission submission, CancellationToken cancellation);

    /// <summary>Describes the job that would run; nothing is started.</summary>
    /// <exception cref="JobOperationException">The program describes no job that can be run.</exception>
    Task<JobDetails> PlanAsync(JobSubmission submission, CancellationToken cancellation);

    /// <summary>Asks a job to cancel; returns at once.</summary>
    CancelOutcome Cancel(JobId job);

    /// <summary>Takes a savepoint; completes with its location, a qualified directory (<c>file:/…</c>).</summary>
    Task<string> TriggerSavepointAsync(JobId job, SavepointTarget target, bool cancelJob, CancellationToken cancellation);

    /// <summary>Stops a job with a savepoint; completes with its location when the job is FINISHED.</summary>
    Task<string> StopWithSavepointAsync(JobId job, SavepointTarget target, bool drain, CancellationToken cancellation);

    /// <summary>Triggers a checkpoint; completes with its id.</summary>
    Task<long> TriggerCheckpointAsync(JobId job, CancellationToken cancellation);

    /// <summary>Deletes a savepoint: metadata first, then state files, then the directory.</summary>
    Task DisposeSavepointAsync(string path, CancellationToken cancellation);

    /// <summary>Completes with the job's final state when it has reached one.</summary>
    Task<JobStatus> WaitForEndAsync(JobId job, CancellationToken cancellation);
}
