using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Keyed;

/// <summary>An accumulator per key, in memory.</summary>
internal sealed class HeapAggregatingState<TKey, TNamespace, TIn, TAccumulator, TOut>(
    StateTable<TKey, TNamespace, TAccumulator> table, AggregateFunction<TIn, TAccumulator, TOut> aggregate) : AggregatingState<TIn, TOut>, IMergingState<TNamespace>
{
    public override bool TryGetValue([MaybeNullWhen(false)] out TOut value)
    {
        ref var state = ref table.Find();
        var exists = !Unsafe.IsNullRef(ref state);
        value = exists ? aggregate.GetResult(state) : default;
        return exists;
    }

    public override void Add(TIn value)
    {
        ref var state = ref table.Find();
        table.Put(aggregate.Add(value, Unsafe.IsNullRef(ref state) ? aggregate.CreateAccumulator() : state));
    }

    public override void Clear() => table.Remove();

    public void MergeNamespaces(TNamespace target, IEnumerable<TNamespace> sources) => table.Merge(target, sources, aggregate.Merge);
}
