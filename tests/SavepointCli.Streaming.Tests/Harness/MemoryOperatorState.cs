using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Tests.Harness;

/// <summary>Operator state in memory; hand it to the next harness to restore.</summary>
internal sealed class MemoryOperatorState : IOperatorStateStore
{
    private readonly Dictionary<string, object> _states = [];

    public ListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) => new MemoryListState<T>(() => List<T>(descriptor.Name));

    public ListState<T> GetUnionListState<T>(ListStateDescriptor<T> descriptor) => GetListState(descriptor);

    public BroadcastState<TKey, TValue> GetBroadcastState<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
        where TKey : notnull => new Broadcast<TKey, TValue>(Get(descriptor.Name, () => new Dictionary<TKey, TValue>()));

    public List<T> List<T>(string name) => Get(name, () => new List<T>());

    private T Get<T>(string name, Func<T> create)
        where T : notnull
    {
        if (!_states.TryGetValue(name, out var state))
            _states[name] = state = create();
        return (T)state;
    }

    private sealed class Broadcast<TKey, TValue>(Dictionary<TKey, TValue> map) : BroadcastState<TKey, TValue>
        where TKey : notnull
    {
        public override IEnumerable<KeyValuePair<TKey, TValue>> Entries => map;

        public override bool TryGetValue(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) =>
            map.TryGetValue(key, out value);

        public override void Put(TKey key, TValue value) => map[key] = value;

        public override void Remove(TKey key) => map.Remove(key);

        public override void Clear() => map.Clear();
    }
}
