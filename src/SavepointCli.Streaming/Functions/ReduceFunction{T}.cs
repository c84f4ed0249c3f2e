namespace SavepointCli.Streaming.Functions;

/// <summary>Folds two values into one; must be associative.</summary>
public abstract class ReduceFunction<T> : RichFunction
{
    /// <summary>The value that stands for both.</summary>
    public abstract T Reduce(T current, T added);
}
