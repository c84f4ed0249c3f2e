namespace SavepointCli.Streaming.Functions;

internal sealed class FlatMapLambda<TIn, TOut>(Func<TIn, IEnumerable<TOut>> flatMap) : FlatMapFunction<TIn, TOut>
{
    public override void FlatMap(TIn value, ICollector<TOut> output)
    {
        foreach (var result in flatMap(value))
            output.Collect(result);
    }
}
