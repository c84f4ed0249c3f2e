namespace SavepointCli.Streaming.State;

/// <summary>
/// A map that every subtask must hold with equal content: change it only by what a broadcast element says. Mirrors
/// <c>org.apache.flink.api.common.state.BroadcastState</c>.
/// </summary>
public abstract class BroadcastState<TKey, TValue> : ReadOnlyBroadcastState<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Adds or replaces an entry.</summary>
    public abstract void Put(TKey key, TValue value);

    /// <summary>Removes an entry, if there is one.</summary>
    public abstract void Remove(TKey key);

    /// <summary>Removes all entries.</summary>
    public abstract void Clear();
}
