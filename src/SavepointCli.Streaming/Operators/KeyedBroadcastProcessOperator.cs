using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Operators;

/// <summary>
/// Runs a <see cref="KeyedBroadcastProcessFunction{TKey, TIn, TBroadcast, TOut}"/>. Mirrors <c>CoBroadcastWithKeyedOperator</c>.
/// </summary>
internal sealed class KeyedBroadcastProcessOperator<TKey, TIn, TBroadcast, TOut>(
    KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut> function,
    KeyPartitioning<TIn, TKey> key,
    IReadOnlyList<BroadcastStateRegistration> registrations)
    : TwoInputOperator<KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut>, TIn, TBroadcast, TOut>(function),
        ITriggerable<TKey, VoidNamespace>,
        KeyedBroadcastProcessFunction<TKey, TIn, TBroadcast, TOut>.IOnTimerContext,
        BroadcastProcessFunction<TIn, TBroadcast, TOut>.IContext
{
    private KeyContext<TIn>? _keyContext;
    private IKeyedStateBackend<TKey>? _backend;
    private BroadcastStates? _states;
    private TimestampedCollector<TOut>? _collector;
    private UserTimers? _timers;

    public long? Timestamp => _collector!.Timestamp;

    public ITimerService TimerService => _timers!;

    public TKey CurrentKey => _backend!.CurrentKey;

    public TimeDomain TimeDomain { get; private set; }

    public override void InitializeState(IStateInitializationContext context)
    {
        _keyContext = key.Bind(Context);
        _states = new BroadcastStates(registrations, context.OperatorStateStore);
        base.InitializeState(context);
    }

    public void Output<TSide>(OutputTag<TSide> tag, TSide value) => EmitToSide(tag, value, Timestamp);

    public override void Open()
    {
        _collector = new TimestampedCollector<TOut>(MainOutput);
        _backend = Context.GetKeyedStateBackend<TKey>();
        _timers = new UserTimers(
            Context.GetTimerService<TKey, VoidNamespace>(UserTimers.ServiceName, Types.Types.VoidNamespace, this));
        base.Open();
    }

    public void OnEventTime(InternalTimer<TKey, VoidNamespace> timer) => OnTimer(timer.Timestamp, timer.Timestamp, TimeDomain.EventTime);

    public void OnProcessingTime(InternalTimer<TKey, VoidNamespace> timer) => OnTimer(timer.Timestamp, null, TimeDomain.ProcessingTime);

    BroadcastState<TMapKey, TValue> BroadcastProcessFunction<TIn, TBroadcast, TOut>.IContext.GetBroadcastState<TMapKey, TValue>(
        MapStateDescriptor<TMapKey, TValue> descriptor) => _states!.Get(descriptor);

    ReadOnlyBroadcastState<TMapKey, TValue> BroadcastProcessFunction<TIn, TBroadcast, TOut>.IReadOnlyContext.GetBroadcastState<TMapKey, TValue>(
        MapStateDescriptor<TMapKey, TValue> descriptor) => _states!.Get(descriptor);

    protected override void ProcessFirst(StreamRecord<TIn> record)
    {
        _keyContext!.SetCurrentKey(record.Value);
        _collector!.Timestamp = record.Timestamp;
        Function.ProcessElement(record.Value, this, _collector);
    }

    protected override void ProcessSecond(StreamRecord<TBroadcast> record)
    {
        _collector!.Timestamp = record.Timestamp;
        Function.ProcessBroadcastElement(record.Value, this, _collector);
    }

    private void OnTimer(long timestamp, long? recordTimestamp, TimeDomain domain)
    {
        _collector!.Timestamp = recordTimestamp;
        TimeDomain = domain;
        Function.OnTimer(timestamp, this, _collector);
    }
}
