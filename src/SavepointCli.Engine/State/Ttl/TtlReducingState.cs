using System.Diagnostics.CodeAnalysis;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>A reduced value per key that expires.</summary>
internal sealed class TtlReducingState<TKey, TNamespace, T>(
    TtlTable<TKey, TNamespace, TtlValue<T>> table, TtlClock clock, ReduceFunction<T> reduce) : ReducingState<T>
{
    private readonly TtlCell<TKey, TNamespace, T> _cell = new(table, clock);

    public override bool TryGetValue([MaybeNullWhen(false)] out T value) => _cell.TryGet(out value);

    public override void Add(T value) => _cell.Put(_cell.TryGet(out var current) ? reduce.Reduce(current, value) : value);

    public override void Clear() => table.Remove();
}
