namespace SavepointCli.Streaming;

/// <summary>Two keyed streams to be joined, still without bounds. Mirrors <c>KeyedStream.IntervalJoin</c>.</summary>
public sealed class IntervalJoin<TLeft, TRight, TKey>
{
    private readonly KeyedStream<TLeft, TKey> _left;
    private readonly KeyedStream<TRight, TKey> _right;

    internal IntervalJoin(KeyedStream<TLeft, TKey> left, KeyedStream<TRight, TKey> right) => (_left, _right) = (left, right);

    /// <summary>How far behind the left element the right one may lie, both bounds included.</summary>
    /// <param name="lower">Negative if it may lie before it.</param>
    /// <param name="upper">Not less than <paramref name="lower"/>.</param>
    public IntervalJoinedStreams<TLeft, TRight, TKey> Between(TimeSpan lower, TimeSpan upper) =>
        new(_left, _right, (long)lower.TotalMilliseconds, (long)upper.TotalMilliseconds);
}
