namespace SavepointCli.Streaming.Functions;

/// <summary>Makes reduce functions.</summary>
public static class ReduceFunction
{
    /// <summary>A function from a lambda without state of its own.</summary>
    public static ReduceFunction<T> Of<T>(Func<T, T, T> reduce) => new ReduceLambda<T>(reduce);
}
