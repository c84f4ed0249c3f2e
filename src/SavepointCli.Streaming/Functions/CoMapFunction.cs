namespace SavepointCli.Streaming.Functions;

/// <summary>Turns each element of two streams into one other. Mirrors <c>CoMapFunction</c>.</summary>
public abstract class CoMapFunction<TFirst, TSecond, TOut> : RichFunction
{
    /// <summary>Turns an element of the first stream.</summary>
    public abstract TOut MapFirst(TFirst value);

    /// <summary>Turns an element of the second stream.</summary>
    public abstract TOut MapSecond(TSecond value);
}
