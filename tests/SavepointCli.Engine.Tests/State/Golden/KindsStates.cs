using SavepointCli.Engine.State;
using SavepointCli.Engine.Tests.State.Timers;
using SavepointCli.Examples.Golden;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.State.Golden;

/// <summary>The states of the golden job's operator <c>kinds</c>.</summary>
internal sealed class KindsStates
{
    private readonly KeyedStateBackend<long> _backend;
    private readonly ValueState<long> _count;
    private readonly ListState<string> _items;
    private readonly MapState<string, long> _byName;
    private readonly ReducingState<long> _sum;
    private readonly AggregatingState<long, (long Sum, long Count)> _average;
    private readonly ValueState<Account>? _account;
    private readonly ValueState<Simple> _simple;
    private readonly ValueState<string> _label;
    private readonly FiredTimers<long> _timers;

    public KindsStates(KeyedStateBackend<long> backend, bool withAccount)
    {
        _backend = backend;
        _count = backend.GetState(new ValueStateDescriptor<long>("count"));
        _items = backend.GetListState(new ListStateDescriptor<string>("items"));
        _byName = backend.GetMapState(new MapStateDescriptor<string, long>("by-name"));
        _sum = backend.GetReducingState(new ReducingStateDescriptor<long>("sum", ReduceFunction.Of<long>((left, right) => left + right)));
        _average = backend.GetAggregatingState(
            new AggregatingStateDescriptor<long, (long Sum, long Count), (long Sum, long Count)>("avg", new Accumulator()));
        _account = withAccount ? backend.GetState(new ValueStateDescriptor<Account>("account")) : null;
        _simple = backend.GetState(new ValueStateDescriptor<Simple>("simple"));
        _label = backend.GetState(new ValueStateDescriptor<string>("ttl-label", timeToLive: new StateTtlConfig(TimeSpan.FromDays(36500))));
        _timers = new FiredTimers<long>(backend);
    }

    /// <summary>State, key and value of everything that the keys hold; fires all timers.</summary>
    public IEnumerable<string> Lines(IEnumerable<long> keys)
    {
        foreach (var key in keys)
        {
            _backend.CurrentKey = key;
            foreach (var line in OfCurrentKey(key))
            {
                yield return line;
            }
        }

        _timers.Clock.AdvanceTo(long.MaxValue);
        _backend.AdvanceWatermark(long.MaxValue);
        foreach (var (timestamp, key) in _timers.EventTime)
        {
            yield return $"_timer_state/event_user-timers {key} {timestamp}";
        }

        foreach (var (timestamp, key) in _timers.ProcessingTime)
        {
            yield return $"_timer_state/processing_user-timers {key} {timestamp}";
        }
    }

    private IEnumerable<string> OfCurrentKey(long key)
    {
        (string Name, bool Exists, object? Value)[] states =
        [
            ("count", _count.TryGetValue(out var count), count),
            ("items", _items.Get().Any(), _items.Get()),
            ("by-name", !_byName.IsEmpty, _byName.Entries.ToDictionary(entry => entry.Key, entry => entry.Value)),
            ("sum", _sum.TryGetValue(out var sum), sum),
            ("avg", _average.TryGetValue(out var average), (long[])[average.Sum, average.Count]),
            ("account", _account?.Value is not null, _account?.Value),
            ("simple", _simple.TryGetValue(out var simple), simple),
            ("ttl-label", _label.TryGetValue(out var label), label),
        ];
        return states.Where(state => state.Exists).Select(state => $"{state.Name} {key} {NormalJson.Of(state.Value)}");
    }

    private sealed class Accumulator : AggregateFunction<long, (long Sum, long Count), (long Sum, long Count)>
    {
        public override (long Sum, long Count) CreateAccumulator() => (0, 0);

        public override (long Sum, long Count) Add(long value, (long Sum, long Count) accumulator) =>
            (accumulator.Sum + value, accumulator.Count + 1);

        public override (long Sum, long Count) GetResult((long Sum, long Count) accumulator) => accumulator;

        public override (long Sum, long Count) Merge((long Sum, long Count) left, (long Sum, long Count) right) =>
            (left.Sum + right.Sum, left.Count + right.Count);
    }
}
