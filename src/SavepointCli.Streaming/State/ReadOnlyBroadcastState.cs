using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Streaming.State;

/// <summary>Broadcast state as the other side of the connection sees it: without a way to change it.</summary>
public abstract class ReadOnlyBroadcastState<TKey, TValue>
    where TKey : notnull
{
    /// <summary>All entries, in no particular order. Valid until the next change.</summary>
    public abstract IEnumerable<KeyValuePair<TKey, TValue>> Entries { get; }

    /// <summary>The value under <paramref name="key"/>, and whether there is one.</summary>
    public abstract bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value);

    /// <summary>Whether there is an entry under <paramref name="key"/>.</summary>
    public bool Contains(TKey key) => TryGetValue(key, out _);
}
