using System.Diagnostics.CodeAnalysis;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Tests.Harness;

/// <summary>Keyed state and timers in memory.</summary>
internal sealed class MemoryKeyedState<TKey>(ManualClock clock)
    : IKeyedStateBackend<TKey>, IMemoryKeyedState, IInternalTimerService<VoidNamespace>, ITimers<TKey>
    where TKey : notnull
{
    private readonly Dictionary<string, (string Kind, TypeInformation Type, Dictionary<TKey, object> ByKey)> _states = [];
    private readonly HashSet<(bool IsEventTime, long Timestamp, TKey Key)> _timers = [];

    private ITriggerable<TKey, VoidNamespace>? _triggerable;

    public TKey CurrentKey { get; set; } = default!;

    public long CurrentProcessingTime => clock.CurrentProcessingTime;

    public long CurrentWatermark { get; private set; } = long.MinValue;

    public IEnumerable<(string State, string Kind, object Key, object Value, TypeInformation Type)> Entries =>
    [
        .. from state in _states
           from entry in state.Value.ByKey
           select (state.Key, state.Value.Kind, (object)entry.Key, entry.Value, state.Value.Type),
        .. _timers.Select(timer => (
            timer.IsEventTime ? "_timer_state/event_user-timers" : "_timer_state/processing_user-timers",
            "timer",
            (object)timer.Key,
            (object)timer.Timestamp,
            (TypeInformation)Streaming.Types.Types.Long)),
    ];

    public ValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) =>
        new Value<T>(this, Register(descriptor.Name, "value", descriptor.Type));

    public ListState<T> GetListState<T>(ListStateDescriptor<T> descriptor)
    {
        var byKey = Register(descriptor.Name, "list", Streaming.Types.Types.List(descriptor.ElementType));
        return new MemoryListState<T>(() => Current(byKey, () => new List<T>()));
    }

    public MapState<TMapKey, TValue> GetMapState<TMapKey, TValue>(MapStateDescriptor<TMapKey, TValue> descriptor)
        where TMapKey : notnull =>
        new Map<TMapKey, TValue>(this, Register(descriptor.Name, "map", Streaming.Types.Types.Map(descriptor.KeyType, descriptor.ValueType)));

    public ReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) =>
        new Reducing<T>(new Value<T>(this, Register(descriptor.Name, "reducing", descriptor.Type)), descriptor.Reduce);

    public AggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor)
    {
        var accumulator = new Value<TAccumulator>(this, Register(descriptor.Name, "aggregating", descriptor.AccumulatorType));
        return new Aggregating<TIn, TAccumulator, TOut>(accumulator, descriptor.Aggregate);
    }

    public INamespacedStateStore<TNamespace> GetNamespacedStates<TNamespace>(TypeInformation<TNamespace> type) =>
        throw new NotSupportedException("windows are tested over the engine's own backend");

    public void RegisterEventTimeTimer(VoidNamespace @namespace, long timestamp) => _timers.Add((true, timestamp, CurrentKey));

    public void RegisterProcessingTimeTimer(VoidNamespace @namespace, long timestamp)
    {
        var timer = (IsEventTime: false, timestamp, CurrentKey);
        if (!_timers.Add(timer))
            return;
        clock.RegisterTimer(timestamp, _ =>
        {
            if (!_timers.Remove(timer))
                return;
            CurrentKey = timer.CurrentKey;
            _triggerable!.OnProcessingTime(new InternalTimer<TKey, VoidNamespace>(timestamp, CurrentKey, default));
        });
    }

    public void DeleteEventTimeTimer(VoidNamespace @namespace, long timestamp) => _timers.Remove((true, timestamp, CurrentKey));

    public void DeleteProcessingTimeTimer(VoidNamespace @namespace, long timestamp) => _timers.Remove((false, timestamp, CurrentKey));

    public Action<Watermark> Connect(ITriggerable<TKey, VoidNamespace> triggerable)
    {
        _triggerable = triggerable;
        return AdvanceWatermark;
    }

    private void AdvanceWatermark(Watermark watermark)
    {
        CurrentWatermark = watermark.Timestamp;
        while (_timers.Where(timer => timer.IsEventTime && timer.Timestamp <= watermark.Timestamp).OrderBy(timer => timer.Timestamp)
            .Cast<(bool, long Timestamp, TKey Key)?>().FirstOrDefault() is { } due)
        {
            _timers.Remove(due);
            CurrentKey = due.Key;
            _triggerable!.OnEventTime(new InternalTimer<TKey, VoidNamespace>(due.Timestamp, due.Key, default));
        }
    }

    private Dictionary<TKey, object> Register(string name, string kind, TypeInformation type)
    {
        if (!_states.TryGetValue(name, out var state))
            _states[name] = state = (kind, type, []);
        return state.ByKey;
    }

    private T Current<T>(Dictionary<TKey, object> byKey, Func<T> create)
        where T : notnull
    {
        if (!byKey.TryGetValue(CurrentKey, out var value))
            byKey[CurrentKey] = value = create();
        return (T)value;
    }

    private sealed class Value<T>(MemoryKeyedState<TKey> backend, Dictionary<TKey, object> byKey) : ValueState<T>
    {
        public override bool TryGetValue([MaybeNullWhen(false)] out T value)
        {
            var found = byKey.TryGetValue(backend.CurrentKey, out var boxed);
            value = found ? (T)boxed! : default;
            return found;
        }

        public override void Update(T? value)
        {
            if (value is null)
                Clear();
            else
                byKey[backend.CurrentKey] = value;
        }

        public override void Clear() => byKey.Remove(backend.CurrentKey);
    }

    private sealed class Map<TMapKey, TValue>(MemoryKeyedState<TKey> backend, Dictionary<TKey, object> byKey) : MapState<TMapKey, TValue>
        where TMapKey : notnull
    {
        public override IEnumerable<KeyValuePair<TMapKey, TValue?>> Entries => Content!;

        public override bool IsEmpty => Content.Count == 0;

        private Dictionary<TMapKey, TValue?> Content => backend.Current(byKey, () => new Dictionary<TMapKey, TValue?>());

        public override bool TryGetValue(TMapKey key, [MaybeNullWhen(false)] out TValue? value) => Content.TryGetValue(key, out value);

        public override void Put(TMapKey key, TValue? value) => Content[key] = value;

        public override void Remove(TMapKey key) => Content.Remove(key);

        public override void Clear() => byKey.Remove(backend.CurrentKey);
    }

    private sealed class Reducing<T>(Value<T> value, ReduceFunction<T> reduce) : ReducingState<T>
    {
        public override bool TryGetValue([MaybeNullWhen(false)] out T reduced) => value.TryGetValue(out reduced);

        public override void Add(T added) => value.Update(value.TryGetValue(out var current) ? reduce.Reduce(current, added) : added);

        public override void Clear() => value.Clear();
    }

    private sealed class Aggregating<TIn, TAccumulator, TOut>(
        Value<TAccumulator> accumulator, AggregateFunction<TIn, TAccumulator, TOut> aggregate) : AggregatingState<TIn, TOut>
    {
        public override bool TryGetValue([MaybeNullWhen(false)] out TOut result)
        {
            var found = accumulator.TryGetValue(out var current);
            result = found ? aggregate.GetResult(current!) : default;
            return found;
        }

        public override void Add(TIn value) =>
            accumulator.Update(aggregate.Add(value, accumulator.TryGetValue(out var current) ? current : aggregate.CreateAccumulator()));

        public override void Clear() => accumulator.Clear();
    }
}
