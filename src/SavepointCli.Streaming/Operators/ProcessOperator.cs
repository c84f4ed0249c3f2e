using SavepointCli.Streaming.Functions;

namespace SavepointCli.Streaming.Operators;

/// <summary>Runs a <see cref="ProcessFunction{TIn, TOut}"/>. Mirrors <c>ProcessOperator</c>.</summary>
internal sealed class ProcessOperator<TIn, TOut>(ProcessFunction<TIn, TOut> function)
    : OneInputOperator<ProcessFunction<TIn, TOut>, TIn, TOut>(function, null), ProcessFunction<TIn, TOut>.IContext
{
    private TimestampedCollector<TOut>? _collector;

    public long? Timestamp => _collector!.Timestamp;

    public ITimerService TimerService => field ??= new ClockOnly(Context, () => CurrentWatermark);

    public void Output<TSide>(OutputTag<TSide> tag, TSide value) => EmitToSide(tag, value, Timestamp);

    public override void Open()
    {
        _collector = new TimestampedCollector<TOut>(MainOutput);
        base.Open();
    }

    protected override void Process(StreamRecord<TIn> record)
    {
        _collector!.Timestamp = record.Timestamp;
        Function.ProcessElement(record.Value, this, _collector);
    }
}
