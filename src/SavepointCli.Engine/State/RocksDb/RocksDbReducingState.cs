using System.Diagnostics.CodeAnalysis;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>A reduced value per key, in RocksDB; reads and writes it through a state that may expire.</summary>
internal sealed class RocksDbReducingState<TKey, TNamespace, T>(
    RocksDbColumn<TKey, TNamespace> column, ValueState<T> reduced, ReduceFunction<T> reduce) : ReducingState<T>, IMergingState<TNamespace>
{
    public override bool TryGetValue([MaybeNullWhen(false)] out T value) => reduced.TryGetValue(out value);

    public override void Add(T value) => reduced.Update(reduced.TryGetValue(out var current) ? reduce.Reduce(current, value) : value);

    public override void Clear() => reduced.Clear();

    public void MergeNamespaces(TNamespace target, IEnumerable<TNamespace> sources) =>
        NamespaceMerge.Of(column, reduced, target, sources, reduce.Reduce);
}
