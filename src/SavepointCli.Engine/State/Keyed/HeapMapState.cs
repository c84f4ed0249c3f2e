using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Keyed;

/// <summary>A map per key, in memory; an empty map has no entry.</summary>
internal sealed class HeapMapState<TKey, TNamespace, TUserKey, TUserValue>(
    StateTable<TKey, TNamespace, Dictionary<TUserKey, TUserValue?>> table, IEqualityComparer<TUserKey>? comparer)
    : MapState<TUserKey, TUserValue>
    where TUserKey : notnull
{
    public override IEnumerable<KeyValuePair<TUserKey, TUserValue?>> Entries
    {
        get
        {
            ref var map = ref table.Find();
            return Unsafe.IsNullRef(ref map) ? [] : map;
        }
    }

    public override bool IsEmpty => Unsafe.IsNullRef(ref table.Find());

    public override bool TryGetValue(TUserKey key, [MaybeNullWhen(false)] out TUserValue? value)
    {
        ref var map = ref table.Find();
        if (Unsafe.IsNullRef(ref map))
        {
            value = default;
            return false;
        }

        return map.TryGetValue(key, out value);
    }

    public override void Put(TUserKey key, TUserValue? value)
    {
        ref var map = ref table.Find();
        if (Unsafe.IsNullRef(ref map))
        {
            table.Put(new Dictionary<TUserKey, TUserValue?>(comparer) { [key] = value });
        }
        else
        {
            map[key] = value;
        }
    }

    public override void Remove(TUserKey key)
    {
        ref var map = ref table.Find();
        if (!Unsafe.IsNullRef(ref map) && map.Remove(key) && map.Count == 0)
        {
            table.Remove();
        }
    }

    public override void Clear() => table.Remove();
}
