using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// The snapshots that a job can go back to, oldest first: the one it was started from and the checkpoints it has taken. Belongs to the
/// job's thread. Mirrors <c>CompletedCheckpointStore</c> with <c>CheckpointSubsumeHelper</c>.
/// </summary>
/// <param name="retained">How many are kept.</param>
internal sealed class CompletedCheckpointStore(int retained)
{
    private List<StoredSnapshot> _stored = [];

    /// <summary>All, oldest first.</summary>
    public IReadOnlyList<StoredSnapshot> Stored => _stored;

    /// <summary>What the job goes back to after a failure, or null to start empty.</summary>
    public CompletedSnapshot? Latest => _stored.LastOrDefault()?.Snapshot;

    /// <summary>Id of the oldest checkpoint whose files belong to the job; no later than any of them if there is none.</summary>
    public long OldestOwned => _stored.Find(stored => stored.IsOwned)?.Snapshot.Id ?? long.MaxValue;

    /// <summary>Takes the snapshot that the job is started from.</summary>
    public void Restore(CompletedSnapshot restored, ClaimMode mode) => _stored.Add(new StoredSnapshot(restored, mode));

    /// <summary>Takes over what an earlier process of the engine had stored.</summary>
    public void Recover(IEnumerable<StoredSnapshot> stored) => _stored = [.. stored];

    /// <summary>Adds a checkpoint; returns those that drop out for it.</summary>
    public IReadOnlyList<StoredSnapshot> Add(CompletedSnapshot checkpoint)
    {
        _stored.Add(new StoredSnapshot(checkpoint, Restored: null));
        var dropped = new List<StoredSnapshot>();
        var kept = new List<StoredSnapshot>(_stored);
        foreach (var next in _stored)
        {
            // The one just added is the newest, and the newest checkpoint of the job at that: it always stays.
            if (kept.Count > retained && next.Snapshot != checkpoint)
            {
                kept.Remove(next);
                dropped.Add(next);
            }
        }

        _stored = kept;
        return dropped;
    }

    /// <summary>Takes back what <see cref="Add"/> has added: it could not be recorded.</summary>
    public void Remove(CompletedSnapshot checkpoint) => _stored.RemoveAll(stored => stored.Snapshot == checkpoint);

    /// <summary>The job has ended: lets go of everything and returns it.</summary>
    public IReadOnlyList<StoredSnapshot> Clear()
    {
        var all = _stored;
        _stored = [];
        return all;
    }
}
