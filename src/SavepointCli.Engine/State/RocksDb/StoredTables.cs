using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>
/// Which tables of the database checkpoints have stored. A table never changes, so the next checkpoint may refer to it, but only once the
/// one that stored it is known to be complete. Used by the task's thread and by those that write.
/// </summary>
internal sealed class StoredTables
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Dictionary<string, StreamHandle>> _unconfirmed = [];
    private Dictionary<string, StreamHandle> _confirmed = new(StringComparer.Ordinal);

    /// <summary>The tables of the last complete checkpoint, by name.</summary>
    public IReadOnlyDictionary<string, StreamHandle> Confirmed
    {
        get
        {
            lock (_lock)
            {
                return _confirmed;
            }
        }
    }

    /// <summary>A checkpoint has stored its tables, or refers to where they were stored.</summary>
    public void Add(long checkpointId, Dictionary<string, StreamHandle> tables)
    {
        lock (_lock)
        {
            _unconfirmed[checkpointId] = tables;
        }
    }

    /// <summary>A checkpoint is complete. What earlier ones stored beyond it is not referred to again.</summary>
    public void Confirm(long checkpointId)
    {
        lock (_lock)
        {
            if (!_unconfirmed.TryGetValue(checkpointId, out var tables))
            {
                return;
            }

            _confirmed = tables;
            foreach (var id in _unconfirmed.Keys.Where(id => id <= checkpointId).ToList())
            {
                _unconfirmed.Remove(id);
            }
        }
    }
}
