using System.Diagnostics.CodeAnalysis;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>An accumulator per key, in RocksDB; reads and writes it through a state that may expire.</summary>
internal sealed class RocksDbAggregatingState<TKey, TNamespace, TIn, TAccumulator, TOut>(
    RocksDbColumn<TKey, TNamespace> column, ValueState<TAccumulator> accumulated, AggregateFunction<TIn, TAccumulator, TOut> aggregate)
    : AggregatingState<TIn, TOut>, IMergingState<TNamespace>
{
    public override bool TryGetValue([MaybeNullWhen(false)] out TOut value)
    {
        var exists = accumulated.TryGetValue(out var accumulator);
        value = exists ? aggregate.GetResult(accumulator!) : default;
        return exists;
    }

    public override void Add(TIn value) =>
        accumulated.Update(aggregate.Add(value, accumulated.TryGetValue(out var accumulator) ? accumulator : aggregate.CreateAccumulator()));

    public override void Clear() => accumulated.Clear();

    public void MergeNamespaces(TNamespace target, IEnumerable<TNamespace> sources) =>
        NamespaceMerge.Of(column, accumulated, target, sources, aggregate.Merge);
}
