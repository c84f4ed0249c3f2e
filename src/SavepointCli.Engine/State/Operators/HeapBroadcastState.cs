using System.Diagnostics.CodeAnalysis;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Operators;

/// <summary>The broadcast map of one subtask.</summary>
internal sealed class HeapBroadcastState<TKey, TValue>(Dictionary<TKey, TValue> map, Func<Dictionary<TKey, TValue>, Dictionary<TKey, TValue>> copy)
    : BroadcastState<TKey, TValue>
    where TKey : notnull
{
    /// <summary>The map, with copies of values that can be changed in place.</summary>
    public Dictionary<TKey, TValue> Copy() => copy(map);

    public override IEnumerable<KeyValuePair<TKey, TValue>> Entries => map;

    public override bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => map.TryGetValue(key, out value);

    public override void Put(TKey key, TValue value) => map[key] = value;

    public override void Remove(TKey key) => map.Remove(key);

    public override void Clear() => map.Clear();
}
