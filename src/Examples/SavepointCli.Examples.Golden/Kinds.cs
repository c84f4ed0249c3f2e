using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Examples.Golden;

/// <summary>One keyed state of every kind, and timers of both domains that lie too far ahead to fire.</summary>
public sealed class Kinds(bool withAccount) : KeyedProcessFunction<long, Event, KeyCount>
{
    /// <summary>Event time of the timer of event 0: the year 2286.</summary>
    private const long FirstEventTimer = 10_000_000_000_000;

    /// <summary>2100-01-01, in milliseconds since 1970.</summary>
    private const long FirstProcessingTimer = 4_102_444_800_000;

    private static readonly StateTtlConfig LongerThanAnyRun = new(TimeSpan.FromDays(36500));

    private ValueState<long>? _count;
    private ListState<string>? _items;
    private MapState<string, long>? _byName;
    private ReducingState<long>? _sum;
    private AggregatingState<long, double>? _average;
    private ValueState<Account>? _account;
    private ValueState<Simple>? _simple;
    private ValueState<string>? _label;

    public override void Open()
    {
        _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));
        _items = RuntimeContext.GetListState(new ListStateDescriptor<string>("items"));
        _byName = RuntimeContext.GetMapState(new MapStateDescriptor<string, long>("by-name"));
        _sum = RuntimeContext.GetReducingState(
            new ReducingStateDescriptor<long>("sum", ReduceFunction.Of<long>((current, added) => current + added)));
        _average = RuntimeContext.GetAggregatingState(
            new AggregatingStateDescriptor<long, (long Sum, long Count), double>("avg", new Average()));
        _simple = RuntimeContext.GetState(new ValueStateDescriptor<Simple>("simple"));
        _label = RuntimeContext.GetState(new ValueStateDescriptor<string>("ttl-label", timeToLive: LongerThanAnyRun));
        if (withAccount)
            _account = RuntimeContext.GetState(new ValueStateDescriptor<Account>("account"));
    }

    public override void ProcessElement(Event value, IContext context, ICollector<KeyCount> output)
    {
        var (n, key) = (value.N, value.Key);
        var count = _count!.Value + 1;
        _count.Update(count);
        _items!.Add($"item-{n}");
        // Events of one key may come from several subtasks, so the order of arrival says nothing.
        _byName!.Put(value.Name, Math.Max(n, _byName.Get(value.Name)));
        _sum!.Add(n);
        _average!.Add(n);
        _account?.Update(Account.Of(key));
        _simple!.Update(Simple.Of(key));
        _label!.Update($"ttl-{key}");
        context.TimerService.RegisterEventTimeTimer(FirstEventTimer + n);
        if (key % 10 == 0)
            context.TimerService.RegisterProcessingTimeTimer(FirstProcessingTimer + key);
        output.Collect(new KeyCount(key, count));
    }
}
