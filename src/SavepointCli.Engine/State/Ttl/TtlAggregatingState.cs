using System.Diagnostics.CodeAnalysis;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>An accumulator per key that expires.</summary>
internal sealed class TtlAggregatingState<TKey, TNamespace, TIn, TAccumulator, TOut>(
    TtlTable<TKey, TNamespace, TtlValue<TAccumulator>> table, TtlClock clock, AggregateFunction<TIn, TAccumulator, TOut> aggregate)
    : AggregatingState<TIn, TOut>
{
    private readonly TtlCell<TKey, TNamespace, TAccumulator> _cell = new(table, clock);

    public override bool TryGetValue([MaybeNullWhen(false)] out TOut value)
    {
        var exists = _cell.TryGet(out var accumulator);
        value = exists ? aggregate.GetResult(accumulator!) : default;
        return exists;
    }

    public override void Add(TIn value) =>
        _cell.Put(aggregate.Add(value, _cell.TryGet(out var accumulator) ? accumulator : aggregate.CreateAccumulator()));

    public override void Clear() => table.Remove();
}
