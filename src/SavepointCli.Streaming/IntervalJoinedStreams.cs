using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming;

/// <summary>Two keyed streams whose elements are joined where their timestamps lie near each other. Mirrors <c>KeyedStream.IntervalJoined</c>.</summary>
public sealed class IntervalJoinedStreams<TLeft, TRight, TKey>
{
    private readonly KeyedStream<TLeft, TKey> _left;
    private readonly KeyedStream<TRight, TKey> _right;
    private readonly long _lower;
    private readonly long _upper;

    internal IntervalJoinedStreams(KeyedStream<TLeft, TKey> left, KeyedStream<TRight, TKey> right, long lower, long upper)
    {
        if (lower > upper)
            throw new JobGraphException(
                $"The interval join has the lower bound {lower} ms, above its upper bound {upper} ms.", "Give the smaller bound first.");
        (_left, _right, _lower, _upper) = (left, right, lower, upper);
    }

    /// <summary>The same, but elements that lie exactly on the lower bound are not joined.</summary>
    public IntervalJoinedStreams<TLeft, TRight, TKey> LowerBoundExclusive() => new(_left, _right, _lower + 1, _upper);

    /// <summary>The same, but elements that lie exactly on the upper bound are not joined.</summary>
    public IntervalJoinedStreams<TLeft, TRight, TKey> UpperBoundExclusive() => new(_left, _right, _lower, _upper - 1);

    /// <summary>Processes the pairs.</summary>
    public SingleOutputStreamOperator<TOut> Process<TOut>(
        ProcessJoinFunction<TLeft, TRight, TOut> function, TypeInformation<TOut>? type = null) =>
        TwoInputTransformation.Add(
            "Interval Join",
            _left,
            _right,
            _left.KeyType,
            function,
            copy => new IntervalJoinOperator<TKey, TLeft, TRight, TOut>(
                copy, _left.TypedKey, _right.TypedKey, _lower, _upper, _left.Type, _right.Type),
            type);
}
