using System.Runtime.CompilerServices;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Keyed;

/// <summary>A list per key, in memory; an empty list has no entry.</summary>
internal sealed class HeapListState<TKey, TNamespace, T>(StateTable<TKey, TNamespace, List<T>> table) : ListState<T>, IMergingState<TNamespace>
{
    public override IEnumerable<T> Get()
    {
        ref var list = ref table.Find();
        return Unsafe.IsNullRef(ref list) ? [] : list;
    }

    public override void Add(T element)
    {
        ListElements.RequireNotNull(element);
        ref var list = ref table.Find();
        if (Unsafe.IsNullRef(ref list))
        {
            table.Put([element]);
        }
        else
        {
            list.Add(element);
        }
    }

    public override void Update(IEnumerable<T> elements)
    {
        var list = ListElements.Copy(elements);
        if (list.Count == 0)
        {
            table.Remove();
        }
        else
        {
            table.Put(list);
        }
    }

    public override void Clear() => table.Remove();

    public void MergeNamespaces(TNamespace target, IEnumerable<TNamespace> sources) => table.Merge(target, sources, static (list, added) => [.. list, .. added]);
}
