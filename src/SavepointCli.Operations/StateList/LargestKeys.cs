using System.Collections.Immutable;

namespace SavepointCli.Operations.StateList;

/// <summary>Keeps the keys with the most bytes; a key is decoded only when it is one of them.</summary>
internal sealed class LargestKeys
{
    private const int MostKept = 5;

    private readonly List<LargeKey> _keys = new(MostKept + 1);

    /// <summary>Whether a key of so many bytes would be kept.</summary>
    public bool Wants(long bytes) => _keys.Count < MostKept || bytes > _keys[^1].Bytes;

    public void Add(LargeKey key)
    {
        var at = _keys.FindIndex(kept => kept.Bytes < key.Bytes);
        _keys.Insert(at < 0 ? _keys.Count : at, key);
        if (_keys.Count > MostKept)
        {
            _keys.RemoveAt(MostKept);
        }
    }

    public ImmutableArray<LargeKey> ToImmutable() => [.. _keys];
}
