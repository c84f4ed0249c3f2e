using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Graph;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Jobs;

/// <summary>What a job starts from: at first the snapshot that the submitter names, later the newest it can go back to.</summary>
/// <param name="graph">The job.</param>
/// <param name="kept">What the job can go back to.</param>
/// <param name="storage">Where that lies.</param>
internal sealed class JobRecovery(JobGraph graph, KeptSnapshots kept, IStorage storage)
{
    private const int AttemptsWithMissingFiles = 3;

    private int _missing;

    /// <summary>What the tasks are started with now; null to start empty.</summary>
    public RestoredState? Current { get; private set; }

    /// <summary>Starts from a snapshot that was fitted to the job.</summary>
    public void StartFrom(RestoredState restored) => Current = restored;

    /// <summary>
    /// Looks for the newest snapshot to go back to and makes sure that its files are there. Reads the storage: to be called on the pool,
    /// while nothing else happens to the job.
    /// </summary>
    /// <exception cref="JobOperationException">A file of it is missing.</exception>
    public RestoredState? Find()
    {
        if (kept.Latest is not { } latest)
        {
            return null;
        }

        if (SnapshotFiles.FirstMissing(latest, storage) is { } missing)
        {
            throw JobFaults.CannotRecover(latest, missing, isRestored: latest == Current?.Snapshot);
        }

        return latest == Current?.Snapshot ? Current : SnapshotRestore.Reassign(latest, graph, storage);
    }

    /// <summary>Takes what was found.</summary>
    public void Take(RestoredState? found)
    {
        Current = found;
        _missing = 0;
    }

    /// <summary>Counts a time that nothing could be taken; true if that happens too often to try again.</summary>
    public bool IsHopeless() => ++_missing >= AttemptsWithMissingFiles;
}
