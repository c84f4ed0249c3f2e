using System.Collections;

namespace SavepointCli.Format.Values;

/// <summary>Equality of values by content, through lists and arrays.</summary>
internal static class Structure
{
    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        (string, _) or (_, string) => Equals(left, right),
        (IList a, IList b) => SameList(a, b),
        _ => Equals(left, right),
    };

    public static bool SameFields(IReadOnlyList<object?> left, IReadOnlyList<object?> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!Same(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static int HashOf(IReadOnlyList<object?> fields)
    {
        var hash = new HashCode();
        for (var i = 0; i < fields.Count; i++)
        {
            hash.Add(HashOf(fields[i]));
        }

        return hash.ToHashCode();
    }

    // Lists hash by length only: equal content has equal hashes, which is all that is needed here.
    private static int HashOf(object? value) => value is IList list ? list.Count : value?.GetHashCode() ?? 0;

    private static bool SameList(IList left, IList right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!Same(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }
}
