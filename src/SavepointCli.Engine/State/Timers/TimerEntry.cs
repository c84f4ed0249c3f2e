namespace SavepointCli.Engine.State.Timers;

/// <summary>A registered timer. Only its place in the heap ever changes, so snapshots may share it.</summary>
internal sealed class TimerEntry<TKey, TNamespace>(long timestamp, TKey key, TNamespace @namespace, int hash, int groupIndex)
{
    /// <summary>When it fires, in milliseconds since the epoch.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>The key that becomes current when it fires.</summary>
    public TKey Key { get; } = key;

    /// <summary>The namespace, e.g. the window.</summary>
    public TNamespace Namespace { get; } = @namespace;

    /// <summary>Java hash of the key, see <see cref="KeyContext{TKey}.Hash"/>.</summary>
    public int Hash { get; } = hash;

    /// <summary>Position of the key's group in the backend's range.</summary>
    public int GroupIndex { get; } = groupIndex;

    /// <summary>Where the entry lies in the heap of its queue.</summary>
    public int HeapIndex { get; set; }
}
