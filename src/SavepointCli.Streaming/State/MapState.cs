using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Streaming.State;

/// <summary>A map per key. Values may be null, keys may not. Mirrors <c>org.apache.flink.api.common.state.MapState</c>.</summary>
public abstract class MapState<TKey, TValue>
    where TKey : notnull
{
    /// <summary>All entries, in no particular order. Valid until the next change.</summary>
    public abstract IEnumerable<KeyValuePair<TKey, TValue?>> Entries { get; }

    /// <summary>All keys, in no particular order.</summary>
    public IEnumerable<TKey> Keys => Entries.Select(entry => entry.Key);

    /// <summary>All values, in no particular order.</summary>
    public IEnumerable<TValue?> Values => Entries.Select(entry => entry.Value);

    /// <summary>Whether the current key has no entry.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The value under <paramref name="key"/>; the default of <typeparamref name="TValue"/> if there is none.</summary>
    public TValue? Get(TKey key) => TryGetValue(key, out var value) ? value : default;

    /// <summary>The value under <paramref name="key"/>, and whether there is an entry (whose value may be null).</summary>
    public abstract bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue? value);

    /// <summary>Whether there is an entry under <paramref name="key"/>.</summary>
    public bool Contains(TKey key) => TryGetValue(key, out _);

    /// <summary>Adds or replaces an entry.</summary>
    public abstract void Put(TKey key, TValue? value);

    /// <summary>Adds or replaces entries.</summary>
    public void PutAll(IEnumerable<KeyValuePair<TKey, TValue?>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var (key, value) in entries)
            Put(key, value);
    }

    /// <summary>Removes an entry, if there is one.</summary>
    public abstract void Remove(TKey key);

    /// <summary>Removes all entries of the current key.</summary>
    public abstract void Clear();
}
