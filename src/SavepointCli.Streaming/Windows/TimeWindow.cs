namespace SavepointCli.Streaming.Windows;

/// <summary>The elements of a span of time. Mirrors <c>TimeWindow</c>.</summary>
/// <param name="Start">First timestamp that belongs to it, in milliseconds since 1970 UTC.</param>
/// <param name="End">First timestamp that no longer does.</param>
public readonly record struct TimeWindow(long Start, long End) : IWindow
{
    /// <inheritdoc/>
    public long MaxTimestamp => End - 1;

    /// <summary>Whether the windows overlap or touch.</summary>
    public bool Intersects(TimeWindow other) => Start <= other.End && End >= other.Start;

    /// <summary>The smallest window that holds both.</summary>
    public TimeWindow Cover(TimeWindow other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Start of the window into which a timestamp falls, where windows follow each other every <paramref name="size"/>.</summary>
    /// <param name="timestamp">Milliseconds since 1970 UTC; may be negative.</param>
    /// <param name="offset">Milliseconds by which the windows are shifted.</param>
    /// <param name="size">Milliseconds from one start to the next.</param>
    public static long StartOf(long timestamp, long offset, long size)
    {
        var remainder = (timestamp - offset) % size;
        return timestamp - (remainder < 0 ? remainder + size : remainder);
    }
}
