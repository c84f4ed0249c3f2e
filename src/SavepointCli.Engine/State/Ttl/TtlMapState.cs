using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>A map per key whose entries expire one by one.</summary>
internal sealed class TtlMapState<TKey, TNamespace, TUserKey, TUserValue>(
    TtlTable<TKey, TNamespace, Dictionary<TUserKey, TtlValue<TUserValue?>>> table, TtlClock clock, IEqualityComparer<TUserKey>? comparer)
    : MapState<TUserKey, TUserValue>
    where TUserKey : notnull
{
    public override IEnumerable<KeyValuePair<TUserKey, TUserValue?>> Entries
    {
        get
        {
            ref var map = ref table.Find();
            return Unsafe.IsNullRef(ref map) ? [] : Read([.. map.Keys]);
        }
    }

    public override bool IsEmpty => !Entries.Any();

    public override bool TryGetValue(TUserKey key, [MaybeNullWhen(false)] out TUserValue? value)
    {
        ref var map = ref table.Find();
        if (Unsafe.IsNullRef(ref map) || !map.TryGetValue(key, out var found))
        {
            value = default;
            return false;
        }

        value = found.Value;
        if (clock.IsExpired(found))
        {
            Remove(key);
            return clock.ShowsExpired;
        }

        if (clock.RenewsOnRead)
        {
            map[key] = clock.Stamp(value);
        }

        return true;
    }

    public override void Put(TUserKey key, TUserValue? value)
    {
        ref var map = ref table.Find();
        if (Unsafe.IsNullRef(ref map))
        {
            table.Put(new Dictionary<TUserKey, TtlValue<TUserValue?>>(comparer) { [key] = clock.Stamp(value) });
        }
        else
        {
            map[key] = clock.Stamp(value);
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

    private List<KeyValuePair<TUserKey, TUserValue?>> Read(List<TUserKey> keys)
    {
        var entries = new List<KeyValuePair<TUserKey, TUserValue?>>(keys.Count);
        foreach (var key in keys)
        {
            if (TryGetValue(key, out var value))
            {
                entries.Add(new(key, value));
            }
        }

        return entries;
    }
}
