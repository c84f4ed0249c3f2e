namespace SavepointCli.Engine.State;

/// <summary>The key whose state the task works on. One per keyed backend, set once per record, read by every state access.</summary>
internal sealed class KeyContext<TKey>
{
    /// <summary>The value of <see cref="GroupIndex"/> while there is no current key.</summary>
    public const int NoKey = -1;

    /// <summary>The current key.</summary>
    public TKey Key { get; private set; } = default!;

    /// <summary>Java hash of the key.</summary>
    public int Hash { get; private set; }

    /// <summary>Position of the key's group in the backend's range, or <see cref="NoKey"/>.</summary>
    public int GroupIndex { get; private set; } = NoKey;

    /// <summary>Makes a key current.</summary>
    public void Set(TKey key, int hash, int groupIndex)
    {
        Key = key;
        Hash = hash;
        GroupIndex = groupIndex;
    }

    /// <summary>The current key.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public TKey RequireKey() => GroupIndex == NoKey
        ? throw new InvalidOperationException(
            "keyed state was used without a current key: it is accessible only while an element or a timer of a keyed stream is processed")
        : Key;
}
