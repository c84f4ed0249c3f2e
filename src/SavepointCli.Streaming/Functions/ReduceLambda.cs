namespace SavepointCli.Streaming.Functions;

internal sealed class ReduceLambda<T>(Func<T, T, T> reduce) : ReduceFunction<T>
{
    public override T Reduce(T current, T added) => reduce(current, added);
}
