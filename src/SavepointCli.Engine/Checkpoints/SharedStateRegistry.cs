namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// The files that several checkpoints of a job use, and the first and last of them. A file is deleted when no stored checkpoint can use
/// it any more, never by counting references. Belongs to the job's thread. Mirrors <c>SharedStateRegistryImpl</c>.
/// </summary>
internal sealed class SharedStateRegistry
{
    private readonly Dictionary<string, Use> _files = new(StringComparer.Ordinal);
    private long _highestNotOwned;

    /// <summary>Notes that a checkpoint uses files.</summary>
    /// <param name="files">Full paths.</param>
    /// <param name="checkpointId">The checkpoint.</param>
    public void Register(IEnumerable<string> files, long checkpointId)
    {
        foreach (var file in files)
        {
            _files[file] = _files.TryGetValue(file, out var use)
                ? use with { LastUsedBy = Math.Max(use.LastUsedBy, checkpointId) }
                : new Use(checkpointId, checkpointId);
        }
    }

    /// <summary>Files of this and earlier checkpoints belong to somebody else and are never deleted.</summary>
    public void Protect(long checkpointId) => _highestNotOwned = Math.Max(_highestNotOwned, checkpointId);

    /// <summary>Whether later checkpoints may still use files that came with a snapshot.</summary>
    public bool UsesFilesOf(long checkpointId) => _files.Values.Any(use => use.CreatedBy == checkpointId);

    /// <summary>Forgets files that no checkpoint from this one on uses; returns those to delete.</summary>
    /// <param name="oldestStored">The oldest checkpoint that is stored; <see cref="long.MaxValue"/> if there is none.</param>
    public IReadOnlyList<string> Release(long oldestStored)
    {
        var unused = _files.Where(file => file.Value.LastUsedBy < oldestStored).ToList();
        foreach (var (file, _) in unused)
        {
            _files.Remove(file);
        }

        return [.. unused.Where(file => file.Value.CreatedBy > _highestNotOwned).Select(file => file.Key)];
    }

    private sealed record Use(long CreatedBy, long LastUsedBy);
}
