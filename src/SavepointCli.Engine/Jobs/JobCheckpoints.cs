using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Persistence;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>Everything about the snapshots of one job, put together. Belongs to the job's thread.</summary>
internal sealed class JobCheckpoints
{
    private readonly JobThread _thread;
    private readonly JobServices _services;
    private readonly IJobRecord _record;

    public JobCheckpoints(
        ICheckpointedJob job, JobId id, JobGraph graph, EngineConfiguration configuration, JobServices services, IJobRecord record,
        JobThread thread)
    {
        _thread = thread;
        _services = services;
        _record = record;
        Settings = CheckpointSettings.Of(configuration);
        Kept = new KeptSnapshots(
            new CompletedCheckpointStore(Settings.Retained), new SnapshotCleaner(services.Storage, thread, services.Log), services.Storage);
        Recovery = new JobRecovery(graph, Kept, services.Storage);
        Coordinator = new CheckpointCoordinator(
            job, Settings,
            new SnapshotDirectories(
                services.Storage, id, SnapshotDirectories.CheckpointDirectoryOf(configuration, id), Settings.InlineThreshold, record),
            new SnapshotCompletion(job, Settings, new SnapshotPublisher(services.Storage), Kept, record, thread, services.Log),
            Kept, thread, services.Time);
        Kept.Cleaned = Coordinator.StartNext;
        Periodic = new PeriodicCheckpoints(Settings, Coordinator, thread, services.Time);
    }

    /// <summary>How snapshots are taken and kept.</summary>
    public CheckpointSettings Settings { get; }

    /// <summary>Takes them.</summary>
    public CheckpointCoordinator Coordinator { get; }

    /// <summary>Those the job can go back to.</summary>
    public KeptSnapshots Kept { get; }

    /// <summary>What the job starts from.</summary>
    public JobRecovery Recovery { get; }

    /// <summary>Triggers checkpoints by the clock.</summary>
    public PeriodicCheckpoints Periodic { get; }

    /// <summary>The snapshot that the job was started from, for those who ask.</summary>
    public RestoredSnapshot? StartedFrom { get; private set; }

    /// <summary>Starts from a snapshot that was fitted to the job.</summary>
    public void Restore(RestoredState restored, ClaimMode mode)
    {
        Recovery.StartFrom(restored);
        Kept.Restore(restored.Snapshot, mode);
        Coordinator.ContinueBehind(restored.Snapshot.Id);
        StartedFrom = Describe(restored.Snapshot, isSavepoint: mode != ClaimMode.Claim);
    }

    /// <summary>Goes on where an earlier process of the engine has ended.</summary>
    public void Recover(RecoveredJob recovered)
    {
        Recovery.StartFrom(recovered.State);
        Kept.Recover(recovered.Stored);
        StartedFrom = Describe(
            recovered.State.Snapshot, isSavepoint: recovered.Stored[^1].Restored is ClaimMode.NoClaim or ClaimMode.Legacy);
    }

    /// <summary>The job has ended: deletes what is not to be kept and, unless a later process shall try again, the record of the job.</summary>
    public void Close(JobStatus end, bool keepRecord)
    {
        Kept.Close(keep: Settings.Keeps(end));
        if (keepRecord)
        {
            return;
        }

        _thread.Offload(
            () =>
            {
                _record.Delete();
                return true;
            },
            _ => { },
            fault => _services.Log.LeftoverStays("the record of the job", fault));
    }

    private RestoredSnapshot Describe(CompletedSnapshot snapshot, bool isSavepoint) =>
        new(snapshot.Id, snapshot.ExternalPath!, _services.Time.GetUtcNow(), isSavepoint);
}
