namespace SavepointCli.Streaming.Functions;

/// <summary>Turns each element into one other.</summary>
public abstract class MapFunction<TIn, TOut> : RichFunction
{
    /// <summary>The element to emit for <paramref name="value"/>.</summary>
    public abstract TOut Map(TIn value);
}
