namespace SavepointCli.Streaming.Functions;

internal sealed class FilterLambda<T>(Func<T, bool> filter) : FilterFunction<T>
{
    public override bool Filter(T value) => filter(value);
}
