using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Operators;

/// <summary>
/// Runs a <see cref="KeyedCoProcessFunction{TKey, TFirst, TSecond, TOut}"/>. Mirrors <c>KeyedCoProcessOperator</c>.
/// </summary>
internal sealed class KeyedCoProcessOperator<TKey, TFirst, TSecond, TOut>(
    KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut> function,
    KeyPartitioning<TFirst, TKey> firstKey,
    KeyPartitioning<TSecond, TKey> secondKey)
    : KeyedTwoInputOperator<KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut>, TFirst, TSecond, TOut>(function, firstKey, secondKey),
        ITriggerable<TKey, VoidNamespace>,
        KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut>.IOnTimerContext
{
    private IKeyedStateBackend<TKey>? _backend;
    private UserTimers? _timers;

    public long? Timestamp => Collector.Timestamp;

    public ITimerService TimerService => _timers!;

    public TKey CurrentKey => _backend!.CurrentKey;

    public TimeDomain TimeDomain { get; private set; }

    public void Output<TSide>(OutputTag<TSide> tag, TSide value) => EmitToSide(tag, value, Timestamp);

    public override void Open()
    {
        _backend = Context.GetKeyedStateBackend<TKey>();
        _timers = new UserTimers(
            Context.GetTimerService<TKey, VoidNamespace>(UserTimers.ServiceName, Types.Types.VoidNamespace, this));
        base.Open();
    }

    public void OnEventTime(InternalTimer<TKey, VoidNamespace> timer) => OnTimer(timer.Timestamp, timer.Timestamp, TimeDomain.EventTime);

    public void OnProcessingTime(InternalTimer<TKey, VoidNamespace> timer) => OnTimer(timer.Timestamp, null, TimeDomain.ProcessingTime);

    protected override void First(StreamRecord<TFirst> record) => Function.ProcessFirst(record.Value, this, Collector);

    protected override void Second(StreamRecord<TSecond> record) => Function.ProcessSecond(record.Value, this, Collector);

    private void OnTimer(long timestamp, long? recordTimestamp, TimeDomain domain)
    {
        Collector.Timestamp = recordTimestamp;
        TimeDomain = domain;
        Function.OnTimer(timestamp, this, Collector);
    }
}
