using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

/// <summary>Runs a <see cref="BroadcastProcessFunction{TIn, TBroadcast, TOut}"/>. Mirrors <c>CoBroadcastWithNonKeyedOperator</c>.</summary>
internal sealed class BroadcastProcessOperator<TIn, TBroadcast, TOut>(
    BroadcastProcessFunction<TIn, TBroadcast, TOut> function, IReadOnlyList<BroadcastStateRegistration> registrations)
    : TwoInputOperator<BroadcastProcessFunction<TIn, TBroadcast, TOut>, TIn, TBroadcast, TOut>(function),
        BroadcastProcessFunction<TIn, TBroadcast, TOut>.IReadOnlyContext,
        BroadcastProcessFunction<TIn, TBroadcast, TOut>.IContext
{
    private BroadcastStates? _states;
    private TimestampedCollector<TOut>? _collector;

    public long? Timestamp => _collector!.Timestamp;

    public ITimerService TimerService => field ??= new ClockOnly(Context, () => CurrentWatermark);

    public override void InitializeState(IStateInitializationContext context)
    {
        _states = new BroadcastStates(registrations, context.OperatorStateStore);
        base.InitializeState(context);
    }

    public void Output<TSide>(OutputTag<TSide> tag, TSide value) => EmitToSide(tag, value, Timestamp);

    public override void Open()
    {
        _collector = new TimestampedCollector<TOut>(MainOutput);
        base.Open();
    }

    BroadcastState<TKey, TValue> BroadcastProcessFunction<TIn, TBroadcast, TOut>.IContext.GetBroadcastState<TKey, TValue>(
        MapStateDescriptor<TKey, TValue> descriptor) => _states!.Get(descriptor);

    ReadOnlyBroadcastState<TKey, TValue> BroadcastProcessFunction<TIn, TBroadcast, TOut>.IReadOnlyContext.GetBroadcastState<TKey, TValue>(
        MapStateDescriptor<TKey, TValue> descriptor) => _states!.Get(descriptor);

    protected override void ProcessFirst(StreamRecord<TIn> record)
    {
        _collector!.Timestamp = record.Timestamp;
        Function.ProcessElement(record.Value, this, _collector);
    }

    protected override void ProcessSecond(StreamRecord<TBroadcast> record)
    {
        _collector!.Timestamp = record.Timestamp;
        Function.ProcessBroadcastElement(record.Value, this, _collector);
    }
}
