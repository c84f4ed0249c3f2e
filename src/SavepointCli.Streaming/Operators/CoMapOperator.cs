using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Streaming.Operators;

internal sealed class CoMapOperator<TFirst, TSecond, TOut>(
    CoMapFunction<TFirst, TSecond, TOut> function, KeyPartitioning<TFirst>? firstKey, KeyPartitioning<TSecond>? secondKey)
    : KeyedTwoInputOperator<CoMapFunction<TFirst, TSecond, TOut>, TFirst, TSecond, TOut>(function, firstKey, secondKey)
{
    protected override void First(StreamRecord<TFirst> record) => Collector.Collect(Function.MapFirst(record.Value));

    protected override void Second(StreamRecord<TSecond> record) => Collector.Collect(Function.MapSecond(record.Value));
}
