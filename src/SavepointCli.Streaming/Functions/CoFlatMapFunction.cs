namespace SavepointCli.Streaming.Functions;

/// <summary>Turns each element of two streams into any number of others. Mirrors <c>CoFlatMapFunction</c>.</summary>
public abstract class CoFlatMapFunction<TFirst, TSecond, TOut> : RichFunction
{
    /// <summary>Turns an element of the first stream.</summary>
    public abstract void FlatMapFirst(TFirst value, ICollector<TOut> output);

    /// <summary>Turns an element of the second stream.</summary>
    public abstract void FlatMapSecond(TSecond value, ICollector<TOut> output);
}
