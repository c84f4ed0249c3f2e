using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Streaming.Operators;

internal sealed class FlatMapOperator<TIn, TOut>(FlatMapFunction<TIn, TOut> function, KeyPartitioning<TIn>? key)
    : OneInputOperator<FlatMapFunction<TIn, TOut>, TIn, TOut>(function, key)
{
    private TimestampedCollector<TOut>? _collector;

    public override void Open()
    {
        _collector = new TimestampedCollector<TOut>(MainOutput);
        base.Open();
    }

    protected override void Process(StreamRecord<TIn> record)
    {
        _collector!.Timestamp = record.Timestamp;
        Function.FlatMap(record.Value, _collector);
    }
}
