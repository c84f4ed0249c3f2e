using System.Diagnostics.CodeAnalysis;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>A map whose entries expire one by one, over a state that keeps them with the time of their last access.</summary>
internal sealed class ExpiringMapState<TUserKey, TUserValue>(MapState<TUserKey, TtlValue<TUserValue?>> stored, TtlClock clock)
    : MapState<TUserKey, TUserValue>
    where TUserKey : notnull
{
    public override IEnumerable<KeyValuePair<TUserKey, TUserValue?>> Entries
    {
        get
        {
            List<KeyValuePair<TUserKey, TUserValue?>> entries = [];
            foreach (var (key, found) in stored.Entries)
            {
                if (IsSeen(key, found))
                {
                    entries.Add(new(key, found.Value));
                }
            }

            return entries;
        }
    }

    public override bool IsEmpty => !Entries.Any();

    public override bool TryGetValue(TUserKey key, [MaybeNullWhen(false)] out TUserValue? value)
    {
        var exists = stored.TryGetValue(key, out var found) && IsSeen(key, found);
        value = exists ? found.Value : default;
        return exists;
    }

    public override void Put(TUserKey key, TUserValue? value) => stored.Put(key, clock.Stamp(value));

    public override void Remove(TUserKey key) => stored.Remove(key);

    public override void Clear() => stored.Clear();

    /// <summary>Whether an entry may be seen; removes it if it has expired, renews it if reading does.</summary>
    private bool IsSeen(TUserKey key, TtlValue<TUserValue?> found)
    {
        if (clock.IsExpired(found))
        {
            stored.Remove(key);
            return clock.ShowsExpired;
        }

        if (clock.RenewsOnRead)
        {
            stored.Put(key, clock.Stamp(found.Value));
        }

        return true;
    }
}
