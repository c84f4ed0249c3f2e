using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Operators;

/// <summary>Runs a <see cref="KeyedProcessFunction{TKey, TIn, TOut}"/>. Mirrors <c>KeyedProcessOperator</c>.</summary>
internal sealed class KeyedProcessOperator<TKey, TIn, TOut>(
    KeyedProcessFunction<TKey, TIn, TOut> function, KeyPartitioning<TIn, TKey> key)
    : OneInputOperator<KeyedProcessFunction<TKey, TIn, TOut>, TIn, TOut>(function, key),
        ITriggerable<TKey, VoidNamespace>,
        KeyedProcessFunction<TKey, TIn, TOut>.IOnTimerContext
{
    private TimestampedCollector<TOut>? _collector;
    private IKeyedStateBackend<TKey>? _backend;
    private UserTimers? _timers;

    public long? Timestamp => _collector!.Timestamp;

    public ITimerService TimerService => _timers!;

    public TKey CurrentKey => _backend!.CurrentKey;

    public TimeDomain TimeDomain { get; private set; }

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

    // A record that a processing-time timer emits has no timestamp: the wall clock says nothing about event time.
    public void OnProcessingTime(InternalTimer<TKey, VoidNamespace> timer) => OnTimer(timer.Timestamp, null, TimeDomain.ProcessingTime);

    protected override void Process(StreamRecord<TIn> record)
    {
        _collector!.Timestamp = record.Timestamp;
        Function.ProcessElement(record.Value, this, _collector);
    }

    private void OnTimer(long timestamp, long? recordTimestamp, TimeDomain domain)
    {
        _collector!.Timestamp = recordTimestamp;
        TimeDomain = domain;
        Function.OnTimer(timestamp, this, _collector);
    }
}
