namespace SavepointCli.Streaming.Functions;

/// <summary>Lets some elements pass.</summary>
public abstract class FilterFunction<T> : RichFunction
{
    /// <summary>Whether <paramref name="value"/> passes.</summary>
    public abstract bool Filter(T value);
}
