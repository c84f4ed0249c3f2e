namespace SavepointCli.Format.Ids;

/// <summary>A run of key groups, both ends inclusive; empty if <paramref name="End"/> is below <paramref name="Start"/>.</summary>
/// <param name="Start">First key group.</param>
/// <param name="End">Last key group.</param>
public readonly record struct KeyGroupRange(int Start, int End)
{
    /// <summary>The range without key groups.</summary>
    public static KeyGroupRange Empty { get; } = new(0, -1);

    /// <summary>So many key groups from <paramref name="start"/> on.</summary>
    public static KeyGroupRange OfCount(int start, int count) => new(start, start + count - 1);

    /// <summary>Number of key groups.</summary>
    public int Count => Math.Max(End - Start + 1, 0);

    /// <summary>Whether the key group lies in the range.</summary>
    public bool Contains(int keyGroup) => keyGroup >= Start && keyGroup <= End;

    /// <summary>The key groups of both ranges.</summary>
    public KeyGroupRange Intersect(KeyGroupRange other)
    {
        var start = Math.Max(Start, other.Start);
        var end = Math.Min(End, other.End);
        return start > end ? Empty : new KeyGroupRange(start, end);
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}, {End}]";
}
