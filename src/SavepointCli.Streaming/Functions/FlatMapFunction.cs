namespace SavepointCli.Streaming.Functions;

/// <summary>Turns each element into any number of others.</summary>
public abstract class FlatMapFunction<TIn, TOut> : RichFunction
{
    /// <summary>Emits what <paramref name="value"/> becomes.</summary>
    public abstract void FlatMap(TIn value, ICollector<TOut> output);
}
