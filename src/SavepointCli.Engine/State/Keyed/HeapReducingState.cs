using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Keyed;

/// <summary>A reduced value per key, in memory.</summary>
internal sealed class HeapReducingState<TKey, TNamespace, T>(StateTable<TKey, TNamespace, T> table, ReduceFunction<T> reduce) : ReducingState<T>, IMergingState<TNamespace>
{
    public override bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        ref var state = ref table.Find();
        var exists = !Unsafe.IsNullRef(ref state);
        value = exists ? state : default;
        return exists;
    }

    public override void Add(T value)
    {
        ref var state = ref table.Find();
        table.Put(Unsafe.IsNullRef(ref state) ? value : reduce.Reduce(state, value));
    }

    public override void Clear() => table.Remove();

    public void MergeNamespaces(TNamespace target, IEnumerable<TNamespace> sources) => table.Merge(target, sources, reduce.Reduce);
}
