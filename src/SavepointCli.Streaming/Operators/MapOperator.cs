using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Streaming.Operators;

internal sealed class MapOperator<TIn, TOut>(MapFunction<TIn, TOut> function, KeyPartitioning<TIn>? key)
    : OneInputOperator<MapFunction<TIn, TOut>, TIn, TOut>(function, key)
{
    protected override void Process(StreamRecord<TIn> record) =>
        MainOutput.Collect(new StreamRecord<TOut>(Function.Map(record.Value), record.Timestamp));
}
