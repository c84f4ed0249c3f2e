using System.Collections;

namespace SavepointCli.Format.Values;

/// <summary>A map in the order in which its entries were stored; keys may be null.</summary>
/// <param name="entries">The entries; the map takes the array over.</param>
public sealed class FlinkMap(params KeyValuePair<object?, object?>[] entries)
    : IReadOnlyList<KeyValuePair<object?, object?>>, IEquatable<FlinkMap>
{
    /// <inheritdoc/>
    public int Count => entries.Length;

    /// <inheritdoc/>
    public KeyValuePair<object?, object?> this[int index] => entries[index];

    /// <summary>Same entries in the same order.</summary>
    public bool Equals(FlinkMap? other)
    {
        if (other is null || other.Count != Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!Structure.Same(this[i].Key, other[i].Key) || !Structure.Same(this[i].Value, other[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FlinkMap);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<object?, object?>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<object?, object?>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();
}
