using SavepointCli.Engine.Jobs;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Deletes the files of snapshots that a job no longer needs, on the pool. What cannot be deleted is logged and stays: that never costs
/// the job. Belongs to the job's thread. Mirrors <c>CheckpointsCleaner</c>.
/// </summary>
internal sealed class SnapshotCleaner(IStorage storage, JobThread thread, ILogger log)
{
    private readonly List<CompletedSnapshot> _postponed = [];

    /// <summary>Snapshots that are being deleted.</summary>
    public int Pending { get; private set; }

    /// <summary>Called whenever one is gone.</summary>
    public Action Cleaned { get; set; } = () => { };

    /// <summary>Deletes a snapshot except for files that other checkpoints may use.</summary>
    public void Delete(CompletedSnapshot snapshot)
    {
        if (snapshot.Directory is { } directory)
        {
            Offload(() => DeleteFiles(snapshot, directory), snapshot.ExternalPath);
        }
    }

    /// <summary>Deletes a snapshot as soon as no checkpoint uses its files any more.</summary>
    public void DeleteWhenUnused(CompletedSnapshot snapshot) => _postponed.Add(snapshot);

    /// <summary>Deletes what was postponed and is unused now.</summary>
    public void DeleteUnused(SharedStateRegistry registry)
    {
        foreach (var snapshot in _postponed.Where(postponed => !registry.UsesFilesOf(postponed.Id)).ToArray())
        {
            _postponed.Remove(snapshot);
            Delete(snapshot);
        }
    }

    /// <summary>Deletes files that checkpoints had shared.</summary>
    public void DeleteShared(IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            Offload(() => storage.DeleteFile(file), file);
        }
    }

    /// <summary>Deletes all that an attempt has written.</summary>
    public void DeleteAttempt(SnapshotPlace place)
    {
        if (place.Directory is { } directory)
        {
            Offload(() => storage.DeleteDirectoryRecursively(directory), place.ExternalPath);
        }
    }

    /// <summary>The metadata first: from then on nobody takes it for a snapshot, whatever happens to the rest.</summary>
    private bool DeleteFiles(CompletedSnapshot snapshot, string directory)
    {
        storage.DeleteFile(Path.Combine(directory, SnapshotPointer.MetadataName));
        foreach (var file in SnapshotFiles.Of(snapshot, storage).Private)
        {
            storage.DeleteFile(file);
        }

        return storage.DeleteEmptyDirectory(directory);
    }

    private void Offload(Func<bool> delete, string? path)
    {
        Pending++;
        thread.Offload(delete, _ => OnDone(), fault =>
        {
            log.LeftoverStays(path, fault);
            OnDone();
        });
    }

    private void OnDone()
    {
        Pending--;
        Cleaned();
    }
}
