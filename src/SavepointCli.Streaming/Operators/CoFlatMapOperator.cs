using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Streaming.Operators;

internal sealed class CoFlatMapOperator<TFirst, TSecond, TOut>(
    CoFlatMapFunction<TFirst, TSecond, TOut> function, KeyPartitioning<TFirst>? firstKey, KeyPartitioning<TSecond>? secondKey)
    : KeyedTwoInputOperator<CoFlatMapFunction<TFirst, TSecond, TOut>, TFirst, TSecond, TOut>(function, firstKey, secondKey)
{
    protected override void First(StreamRecord<TFirst> record) => Function.FlatMapFirst(record.Value, Collector);

    protected override void Second(StreamRecord<TSecond> record) => Function.FlatMapSecond(record.Value, Collector);
}
