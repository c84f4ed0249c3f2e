using SavepointCli.Streaming.Functions;

namespace SavepointCli.Streaming.Operators;

/// <summary>Runs a <see cref="CoProcessFunction{TFirst, TSecond, TOut}"/>. Mirrors <c>CoProcessOperator</c>.</summary>
internal sealed class CoProcessOperator<TFirst, TSecond, TOut>(CoProcessFunction<TFirst, TSecond, TOut> function)
    : KeyedTwoInputOperator<CoProcessFunction<TFirst, TSecond, TOut>, TFirst, TSecond, TOut>(function, null, null),
        CoProcessFunction<TFirst, TSecond, TOut>.IContext
{
    public long? Timestamp => Collector.Timestamp;

    public ITimerService TimerService => field ??= new ClockOnly(Context, () => CurrentWatermark);

    public void Output<TSide>(OutputTag<TSide> tag, TSide value) => EmitToSide(tag, value, Timestamp);

    protected override void First(StreamRecord<TFirst> record) => Function.ProcessFirst(record.Value, this, Collector);

    protected override void Second(StreamRecord<TSecond> record) => Function.ProcessSecond(record.Value, this, Collector);
}
