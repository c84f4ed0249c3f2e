using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Types.Equality;

/// <summary>A <c>java.util.Map</c>: same entries in any order.</summary>
internal sealed class MapEquality<TKey, TValue>(JavaEquality<TKey> keys, JavaEquality<TValue> values) : JavaEquality<Dictionary<TKey, TValue>>
    where TKey : notnull
{
    public override bool IsDotNetEquality => false;

    public override bool Equals(Dictionary<TKey, TValue>? x, Dictionary<TKey, TValue>? y)
    {
        if (x is null || y is null || x.Count != y.Count)
        {
            return ReferenceEquals(x, y);
        }

        var others = new Dictionary<TKey, TValue>(y, keys);
        return x.All(entry => others.TryGetValue(entry.Key, out var value) && values.Equals(entry.Value, value));
    }

    public override int GetHashCode(Dictionary<TKey, TValue> obj)
    {
        var hash = 0;
        foreach (var (key, value) in obj)
        {
            hash = unchecked(hash + JavaHash.OfMapEntry(keys.GetHashCode(key), value is null ? 0 : values.GetHashCode(value)));
        }

        return hash;
    }
}
