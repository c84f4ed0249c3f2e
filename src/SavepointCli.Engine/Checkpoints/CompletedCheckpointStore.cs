namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// The checkpoints that a job can go back to, oldest first: those it has taken and, until they are subsumed, the snapshot it was
/// started from. Mirrors <c>CompletedCheckpointStore</c>; belongs to the job's thread.
/// </summary>
/// <param name="retained">How many are kept.</param>
/// <param name="discard">Deletes the files of a checkpoint that the job owns; called for those that drop out.</param>
internal sealed class CompletedCheckpointStore(int retained, Action<CompletedSnapshot> discard)
{
    private readonly List<CompletedSnapshot> _owned = [];
    private CompletedSnapshot? _restored;
    private bool _ownsRestored;

    /// <summary>What the job goes back to after a failure, or null to start empty.</summary>
    public CompletedSnapshot? Latest => _owned.LastOrDefault() ?? _restored;

    /// <summary>The snapshot the job was started from, as long as the job depends on it.</summary>
    public CompletedSnapshot? RestoredInUse => _restored;

    /// <summary>Takes the snapshot that the job is started from.</summary>
    /// <param name="restored">The snapshot.</param>
    /// <param name="owned">Whether its files belong to the job from now on.</param>
    public void Restore(CompletedSnapshot restored, bool owned) => (_restored, _ownsRestored) = (restored, owned);

    /// <summary>Adds a checkpoint; returns those that it makes superfluous.</summary>
    public IReadOnlyList<CompletedSnapshot> Add(CompletedSnapshot checkpoint)
    {
        _owned.Add(checkpoint);
        var subsumed = new List<CompletedSnapshot>();
        if (_restored is { } restored && (!_ownsRestored || _owned.Count >= retained))
        {
            // A snapshot of the user is let go as soon as there is something else to go back to.
            _restored = null;
            if (_ownsRestored)
            {
                subsumed.Add(restored);
            }
        }

        while (_owned.Count > retained)
        {
            subsumed.Add(_owned[0]);
            _owned.RemoveAt(0);
        }

        subsumed.ForEach(discard);
        return subsumed;
    }

    /// <summary>The job has ended: lets go of everything, and deletes what the job owns unless it is to be kept.</summary>
    public void Close(bool keep)
    {
        foreach (var owned in keep ? [] : _ownsRestored && _restored is not null ? [_restored, .. _owned] : _owned)
        {
            discard(owned);
        }

        _owned.Clear();
        _restored = null;
    }
}
