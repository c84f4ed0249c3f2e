using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Operators;

/// <summary>
/// Joins elements of two keyed streams whose timestamps lie near each other. Both sides are kept, by timestamp, until no partner can come any
/// more. States, timers and their namespaces are named as those of Flink's <c>IntervalJoinOperator</c>.
/// </summary>
/// <param name="function">Takes the pairs.</param>
/// <param name="leftKey">Key of the left stream.</param>
/// <param name="rightKey">Key of the right stream.</param>
/// <param name="lower">Least milliseconds by which the right element comes after the left one; negative for before.</param>
/// <param name="upper">Most milliseconds by which it does.</param>
/// <param name="leftType">Type of the left elements.</param>
/// <param name="rightType">Type of the right elements.</param>
internal sealed class IntervalJoinOperator<TKey, TLeft, TRight, TOut>(
    ProcessJoinFunction<TLeft, TRight, TOut> function,
    KeyPartitioning<TLeft, TKey> leftKey,
    KeyPartitioning<TRight, TKey> rightKey,
    long lower,
    long upper,
    TypeInformation<TLeft> leftType,
    TypeInformation<TRight> rightType)
    : KeyedTwoInputOperator<ProcessJoinFunction<TLeft, TRight, TOut>, TLeft, TRight, TOut>(function, leftKey, rightKey),
        ITriggerable<TKey, string>,
        ProcessJoinFunction<TLeft, TRight, TOut>.IContext
{
    private const string TimerServiceName = "CLEANUP_TIMER";
    private const string LeftNamespace = "CLEANUP_NAMESPACE_LEFT";
    private const string RightNamespace = "CLEANUP_NAMESPACE_RIGHT";

    private MapState<long, List<BufferEntry<TLeft>>>? _left;
    private MapState<long, List<BufferEntry<TRight>>>? _right;
    private IInternalTimerService<string>? _timers;

    public long LeftTimestamp { get; private set; }

    public long RightTimestamp { get; private set; }

    public override void InitializeState(IStateInitializationContext context)
    {
        base.InitializeState(context);
        _left = context.KeyedStateStore!.GetMapState(Buffer("LEFT_BUFFER", leftType));
        _right = context.KeyedStateStore.GetMapState(Buffer("RIGHT_BUFFER", rightType));
    }

    public override void Open()
    {
        _timers = Context.GetTimerService<TKey, string>(TimerServiceName, Types.Types.String, this);
        base.Open();
    }

    public void Output<TSide>(OutputTag<TSide> tag, TSide value) => EmitToSide(tag, value, Math.Max(LeftTimestamp, RightTimestamp));

    public void OnEventTime(InternalTimer<TKey, string> timer)
    {
        if (timer.Namespace == LeftNamespace)
            _left!.Remove(timer.Timestamp - Math.Max(upper, 0));
        else
            _right!.Remove(timer.Timestamp - Math.Max(-lower, 0));
    }

    public void OnProcessingTime(InternalTimer<TKey, string> timer) =>
        throw new InvalidOperationException("An interval join has no timers of the clock.");

    protected override void First(StreamRecord<TLeft> record)
    {
        if (Keep(record, _left!, LeftNamespace, upper) is not { } timestamp)
            return;
        foreach (var (other, entries) in Within(_right!, timestamp + lower, timestamp + upper))
        {
            foreach (var entry in entries)
                Emit(record.Value, entry.Element, timestamp, other);
        }
    }

    protected override void Second(StreamRecord<TRight> record)
    {
        if (Keep(record, _right!, RightNamespace, -lower) is not { } timestamp)
            return;
        foreach (var (other, entries) in Within(_left!, timestamp - upper, timestamp - lower))
        {
            foreach (var entry in entries)
                Emit(entry.Element, record.Value, other, timestamp);
        }
    }

    /// <summary>Keeps an element as long as partners can come; null if it is late.</summary>
    private long? Keep<T>(StreamRecord<T> record, MapState<long, List<BufferEntry<T>>> buffer, string side, long wait)
    {
        var timestamp = record.Timestamp ?? throw new InvalidOperationException(
            "An interval join needs elements with timestamps, and one has none. Call AssignTimestampsAndWatermarks on both streams before it.");
        if (timestamp < _timers!.CurrentWatermark)
            return null;
        var entries = buffer.Get(timestamp) ?? [];
        entries.Add(new BufferEntry<T>(record.Value));
        buffer.Put(timestamp, entries);
        _timers.RegisterEventTimeTimer(side, timestamp + Math.Max(wait, 0));
        return timestamp;
    }

    private static IEnumerable<(long Timestamp, List<BufferEntry<T>> Entries)> Within<T>(
        MapState<long, List<BufferEntry<T>>> buffer, long first, long last) =>
        buffer.Entries.Where(bucket => bucket.Key >= first && bucket.Key <= last).Select(bucket => (bucket.Key, bucket.Value!));

    private void Emit(TLeft left, TRight right, long leftTimestamp, long rightTimestamp)
    {
        (LeftTimestamp, RightTimestamp) = (leftTimestamp, rightTimestamp);
        Collector.Timestamp = Math.Max(leftTimestamp, rightTimestamp);
        Function.Process(left, right, this, Collector);
    }

    private static MapStateDescriptor<long, List<BufferEntry<T>>> Buffer<T>(string name, TypeInformation<T> type) =>
        new(name, Types.Types.Long, Types.Types.List(new BufferEntryTypeInformation<T>(type)));
}
