namespace SavepointCli.Streaming.Functions;

internal sealed class MapLambda<TIn, TOut>(Func<TIn, TOut> map) : MapFunction<TIn, TOut>
{
    public override TOut Map(TIn value) => map(value);
}
