namespace SavepointCli.Streaming.Functions;

/// <summary>Collects values in an accumulator and makes a result of it. Mirrors <c>AggregateFunction</c>.</summary>
public abstract class AggregateFunction<TIn, TAccumulator, TOut>
{
    /// <summary>An accumulator to which nothing was added.</summary>
    public abstract TAccumulator CreateAccumulator();

    /// <summary>The accumulator after <paramref name="value"/> was added.</summary>
    public abstract TAccumulator Add(TIn value, TAccumulator accumulator);

    /// <summary>The result of what was added.</summary>
    public abstract TOut GetResult(TAccumulator accumulator);

    /// <summary>The accumulator of what was added to either.</summary>
    public abstract TAccumulator Merge(TAccumulator left, TAccumulator right);
}
