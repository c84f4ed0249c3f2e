using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Persistence;
using SavepointCli.Format.Ids;
using SavepointCli.Streaming;

namespace SavepointCli.Engine.Jobs;

/// <summary>Brings a loaded program from its submission, or from the record of an earlier process, to a job that runs.</summary>
/// <param name="services">What all jobs share.</param>
/// <param name="guard">Learns which snapshots are restored.</param>
internal sealed class JobStartup(JobServices services, SnapshotGuard guard)
{
    /// <summary>Builds the job; nothing runs yet.</summary>
    /// <exception cref="JobOperationException">The program describes no job that can be run.</exception>
    public JobMaster Create(JobId id, ILoadedJob loaded, EngineConfiguration submitted, IJobRecord record)
    {
        try
        {
            var settings = JobConfiguration.Of(loaded.Graph, submitted);
            return new JobMaster(id, JobGraphBuilder.Build(loaded.Graph, settings), settings, services, record);
        }
        catch (JobGraphException fault)
        {
            throw JobFaults.BadProgram(fault);
        }
    }

    /// <summary>Describes the job without building anything that could run.</summary>
    /// <exception cref="JobOperationException">The program describes no job that can be run.</exception>
    public JobDetails Plan(JobId id, ILoadedJob loaded, EngineConfiguration submitted)
    {
        try
        {
            var settings = JobConfiguration.Of(loaded.Graph, submitted);
            return JobDescription.Of(
                id, JobGraphBuilder.Build(loaded.Graph, settings), null, new JobStatusHistory(services.Time),
                new SnapshotReport([], new SnapshotCounts(0, 0, 0, 0), new LatestSnapshots(null, null, null)), null, [], settings);
        }
        catch (JobGraphException fault)
        {
            throw JobFaults.BadProgram(fault);
        }
    }

    /// <summary>Starts a job as it was submitted.</summary>
    public async Task StartAsync(JobMaster job, JobSubmission submission, CancellationToken cancellation)
    {
        try
        {
            var restored = await Task.Run(() => Restore(job, submission), cancellation).ConfigureAwait(false);
            await job.StartAsync(restored, ClaimModeOf(submission, job)).ConfigureAwait(false);
        }
        finally
        {
            guard.Release(job.Id);
        }
    }

    /// <summary>Starts a job where an earlier process has ended: from its last checkpoint, else as it was submitted.</summary>
    public async Task RecoverAsync(JobMaster job, JobRecord record, CancellationToken cancellation)
    {
        var recovered = await Task.Run(() => Recover(job, record), cancellation).ConfigureAwait(false);
        await job.ContinueBehindAsync(record.LastId).ConfigureAwait(false);
        if (recovered is null)
        {
            await StartAsync(job, record.Submission, cancellation).ConfigureAwait(false);
            return;
        }

        await job.RecoverAsync(recovered).ConfigureAwait(false);
        services.Log.JobRecovered(job.Id, recovered.State.Snapshot.ExternalPath!);
    }

    private RecoveredJob? Recover(JobMaster job, JobRecord record)
    {
        StoredSnapshot[] stored =
        [
            .. record.Snapshots.Select(recorded =>
                new StoredSnapshot(SnapshotRestore.Reopen(recorded.Directory, recorded.Restored, services.Storage), recorded.Restored)),
        ];
        return stored.Length == 0
            ? null
            : new RecoveredJob(stored, SnapshotRestore.Reassign(stored[^1].Snapshot, job.Graph, services.Storage));
    }

    private RestoredState? Restore(JobMaster job, JobSubmission submission)
    {
        var path = submission.SavepointPath ?? job.Configuration.Get(EngineOptions.StateRecoveryPath);
        if (path is null)
        {
            return null;
        }

        var mode = ClaimModeOf(submission, job);
        if (SnapshotRestore.DirectoryOf(path, services.Storage) is { } directory)
        {
            guard.Reserve(job.Id, directory, mode);
        }

        var allowNonRestoredState = submission.AllowNonRestoredState || job.Configuration.Get(EngineOptions.IgnoreUnclaimedState);
        var restored = SnapshotRestore.Load(path, job.Graph, services.Storage, allowNonRestoredState, services.Log);
        Warn(job, mode, restored.Snapshot.ExternalPath!);
        return restored;
    }

    private void Warn(JobMaster job, ClaimMode mode, string path)
    {
        if (mode == ClaimMode.Claim
            && job.Configuration.Get(EngineOptions.CheckpointRetention) == CheckpointRetention.NoExternalizedCheckpoints)
        {
            services.Log.ClaimWillDelete(path);
        }

        if (mode == ClaimMode.Legacy)
        {
            services.Log.LegacyIsDeprecated(path);
        }
    }

    private static ClaimMode ClaimModeOf(JobSubmission submission, JobMaster job) =>
        submission.ClaimMode ?? job.Configuration.Get(EngineOptions.ClaimMode);
}
