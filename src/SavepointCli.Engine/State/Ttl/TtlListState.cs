using System.Runtime.CompilerServices;
using SavepointCli.Engine.State.Keyed;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>A list per key whose elements expire one by one.</summary>
internal sealed class TtlListState<TKey, TNamespace, T>(TtlTable<TKey, TNamespace, List<TtlValue<T>>> table, TtlClock clock) : ListState<T>
{
    public override IEnumerable<T> Get()
    {
        ref var list = ref table.Find();
        if (Unsafe.IsNullRef(ref list))
        {
            return [];
        }

        List<T> all = list.ConvertAll(element => element.Value);
        var expired = list.RemoveAll(clock.IsExpired);
        var live = list.ConvertAll(element => element.Value);
        if (list.Count == 0)
        {
            table.Remove();
        }
        else if (clock.RenewsOnRead)
        {
            table.Put(live.ConvertAll(clock.Stamp));
        }

        return expired > 0 && clock.ShowsExpired ? all : live;
    }

    public override void Add(T element)
    {
        ListElements.RequireNotNull(element);
        ref var list = ref table.Find();
        if (Unsafe.IsNullRef(ref list))
        {
            table.Put([clock.Stamp(element)]);
        }
        else
        {
            list.Add(clock.Stamp(element));
        }
    }

    public override void Update(IEnumerable<T> elements)
    {
        var list = ListElements.Copy(elements).ConvertAll(clock.Stamp);
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
}
