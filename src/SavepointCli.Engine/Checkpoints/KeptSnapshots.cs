using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Metadata;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// The snapshots that a job keeps to go back to, with the files that they share: what drops out is deleted if it belongs to the job and
/// nothing else uses it. Belongs to the job's thread.
/// </summary>
internal sealed class KeptSnapshots(CompletedCheckpointStore store, SnapshotCleaner cleaner, IStorage storage)
{
    private readonly SharedStateRegistry _registry = new();
    private StoredSnapshot? _restored;

    /// <summary>What the job goes back to after a failure, or null to start empty.</summary>
    public CompletedSnapshot? Latest => store.Latest;

    /// <summary>All that the job can go back to, oldest first.</summary>
    public IReadOnlyList<StoredSnapshot> Stored => store.Stored;

    /// <summary>
    /// Whether the next checkpoint must not use files of earlier ones: the job was started from a snapshot of the user's, who may delete
    /// it behind that checkpoint.
    /// </summary>
    public bool NeedsFullCheckpoint => store.Stored is [.., { Restored: ClaimMode.NoClaim }];

    /// <summary>Snapshots that are being deleted.</summary>
    public int Cleaning => cleaner.Pending;

    /// <summary>Called whenever something is deleted.</summary>
    public Action Cleaned
    {
        set => cleaner.Cleaned = value;
    }

    /// <summary>The snapshots that nobody else may delete, and why.</summary>
    public IReadOnlyList<SnapshotInUse> InUse =>
    [
        .. store.Stored.Where(stored => stored.Restored is null).Select(own => SnapshotInUse.Of(own)),
        .. _restored is { } restored && DependsOn(restored) ? [SnapshotInUse.Of(restored)] : Array.Empty<SnapshotInUse>(),
    ];

    /// <summary>Takes the snapshot that the job is started from.</summary>
    public void Restore(CompletedSnapshot restored, ClaimMode mode)
    {
        store.Restore(restored, mode);
        TakeOver(new StoredSnapshot(restored, mode));
    }

    /// <summary>Takes over what an earlier process of the engine had stored.</summary>
    public void Recover(IReadOnlyList<StoredSnapshot> stored)
    {
        store.Recover(stored);
        foreach (var snapshot in stored)
        {
            TakeOver(snapshot);
        }
    }

    /// <summary>Notes the files in an acknowledgement of a checkpoint that later checkpoints may use.</summary>
    public void Register(long checkpointId, IEnumerable<SubtaskState> states, string? directory) =>
        _registry.Register(SnapshotFiles.SharedIn(states, directory, storage), checkpointId);

    /// <summary>Adds a checkpoint; returns the snapshots that drop out for it.</summary>
    public IReadOnlyList<StoredSnapshot> Add(CompletedSnapshot checkpoint) => store.Add(checkpoint);

    /// <summary>Takes a checkpoint back that could not be recorded.</summary>
    public void Remove(CompletedSnapshot checkpoint) => store.Remove(checkpoint);

    /// <summary>Deletes what has dropped out, as far as it belongs to the job.</summary>
    public void Discard(IEnumerable<StoredSnapshot> dropped)
    {
        foreach (var snapshot in dropped.Where(snapshot => snapshot.IsOwned).Select(dropped => dropped.Snapshot))
        {
            if (KeepsFilesTogether(snapshot))
            {
                cleaner.DeleteWhenUnused(snapshot);
            }
            else
            {
                cleaner.Delete(snapshot);
            }
        }

        Release(store.OldestOwned);
    }

    /// <summary>Deletes all that an attempt has written.</summary>
    public void DeleteAttempt(SnapshotPlace place) => cleaner.DeleteAttempt(place);

    /// <summary>The job has ended: lets go of everything, and deletes what belongs to the job unless it is to be kept.</summary>
    public void Close(bool keep)
    {
        var all = store.Clear();
        _restored = null;
        if (!keep)
        {
            Discard(all);
            return;
        }

        Release(all.FirstOrDefault(stored => stored.IsOwned)?.Snapshot.Id ?? long.MaxValue);
    }

    private void Release(long oldestStored)
    {
        cleaner.DeleteShared(_registry.Release(oldestStored));
        cleaner.DeleteUnused(_registry);
    }

    private void TakeOver(StoredSnapshot snapshot)
    {
        if (snapshot.Restored is { } mode)
        {
            _restored = snapshot;
            if (mode == ClaimMode.NoClaim)
            {
                return;
            }

            if (mode == ClaimMode.Legacy)
            {
                _registry.Protect(snapshot.Snapshot.Id);
            }
        }

        _registry.Register(SnapshotFiles.Of(snapshot.Snapshot, storage).Shared, snapshot.Snapshot.Id);
    }

    /// <summary>
    /// A claimed native savepoint holds files that later checkpoints use: it is deleted as a whole once they are done with it. Where the
    /// metadata do not say that it is a savepoint, its own files go at once.
    /// </summary>
    private bool KeepsFilesTogether(CompletedSnapshot snapshot) =>
        _registry.UsesFilesOf(snapshot.Id)
        && CheckpointPropertiesTail.Parse(snapshot.Metadata.PropertiesTail.Span).Type
            is SnapshotType.Savepoint or SnapshotType.SuspendSavepoint or SnapshotType.TerminateSavepoint;

    private bool DependsOn(StoredSnapshot restored) => restored.Restored switch
    {
        ClaimMode.NoClaim => NeedsFullCheckpoint,
        ClaimMode.Claim => store.Stored.Contains(restored) || _registry.UsesFilesOf(restored.Snapshot.Id),
        _ => true,
    };
}
