using SavepointCli.Engine.Checkpoints;

namespace SavepointCli.Engine.Jobs;

/// <summary>
/// Snapshots that somebody asks of a job, and the stop that ends it behind one. The members that return tasks may be called from any
/// thread, the others belong to the job's.
/// </summary>
internal sealed class JobSnapshots(JobMaster job, CheckpointCoordinator coordinator, PeriodicCheckpoints periodic, JobThread thread)
{
    private RequestedSnapshot? _stop;

    /// <summary>Whether the job is being stopped.</summary>
    public bool IsStopping => _stop is not null;

    /// <summary>Takes a snapshot while the job goes on.</summary>
    public async Task<CompletedSnapshot> TakeAsync(SnapshotRequest request, CancellationToken cancellation)
    {
        var requested = await AskAsync(() => coordinator.Request(request)).ConfigureAwait(false);
        return await requested.Outcome.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes a savepoint and cancels the job if it succeeds.</summary>
    public async Task<CompletedSnapshot> TakeAndCancelAsync(SnapshotRequest request, CancellationToken cancellation)
    {
        var requested = await AskAsync(() =>
        {
            Suspend();
            return coordinator.Request(request);
        }).ConfigureAwait(false);
        try
        {
            var snapshot = await requested.Outcome.WaitAsync(cancellation).ConfigureAwait(false);
            job.Cancel();
            return snapshot;
        }
        catch
        {
            thread.Post(Resume);
            throw;
        }
    }

    /// <summary>Takes a savepoint and ends the job behind it; completes with its path when the job is finished.</summary>
    public async Task<string> StopAsync(SnapshotRequest request, CancellationToken cancellation)
    {
        var requested = await AskAsync(() => BeginStop(request)).ConfigureAwait(false);
        CompletedSnapshot snapshot;
        try
        {
            snapshot = await requested.Outcome.ConfigureAwait(false);
        }
        catch (JobOperationException fault)
        {
            thread.Post(() => OnStopFailed(requested, fault));
            throw;
        }

        var status = await job.End.WaitAsync(cancellation).ConfigureAwait(false);
        return status == JobStatus.Finished
            ? snapshot.ExternalPath!
            : throw JobFaults.StopFailed(snapshot.ExternalPath!, status, job.Details.Failure);
    }

    /// <summary>Begins to take periodic checkpoints, if the job runs and is not being stopped.</summary>
    public void Resume()
    {
        if (job.Status == JobStatus.Running && !IsStopping)
        {
            periodic.Start();
        }
    }

    /// <summary>
    /// The job has failed: gives everything up. False if it must not run again, because it was being stopped and has its savepoint.
    /// </summary>
    public bool OnJobFailed(Exception cause)
    {
        var isStopped = _stop is { Attempt.IsPublished: true };
        _stop = null;
        periodic.Stop();
        coordinator.AbortAll(CheckpointFailureReason.TaskFailed, cause);
        return !isStopped;
    }

    /// <summary>The job ends: gives everything up.</summary>
    public void Close()
    {
        periodic.Stop();
        coordinator.AbortAll(CheckpointFailureReason.Shutdown);
    }

    private async Task<T> AskAsync<T>(Func<T> question)
    {
        try
        {
            return await thread.Ask(() => Refusal() is { } refusal ? throw refusal : question()).ConfigureAwait(false);
        }
        catch (JobEndedException)
        {
            throw JobFaults.NotFound(job.Id);
        }
    }

    private JobOperationException? Refusal() =>
        job.Status == JobStatus.Initializing ? JobFaults.Initializing(job.Id) : IsStopping ? JobFaults.Stopping(job.Id) : null;

    private RequestedSnapshot BeginStop(SnapshotRequest request)
    {
        // Found out before anything is switched off: a job that cannot be stopped now goes on undisturbed.
        job.PlanCheckpoint();
        Suspend();
        return _stop = coordinator.Request(request);
    }

    private void OnStopFailed(RequestedSnapshot stop, Exception cause)
    {
        if (_stop != stop)
        {
            return;
        }

        _stop = null;
        if (stop is { Attempt.Triggered: true })
        {
            // Sources that have stopped cannot be started again: only a failover brings them back.
            job.FailOver(JobFaults.StopInterrupted(cause));
        }
        else
        {
            Resume();
        }
    }

    private void Suspend()
    {
        periodic.Stop();
        coordinator.AbortAll(CheckpointFailureReason.Suspending);
    }
}
