using System.Diagnostics.CodeAnalysis;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>A value that expires, over a state that keeps it with the time of its last access.</summary>
internal sealed class ExpiringValueState<T>(ValueState<TtlValue<T>> stored, TtlClock clock) : ValueState<T>
{
    public override bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        if (!stored.TryGetValue(out var found))
        {
            value = default;
            return false;
        }

        value = found.Value;
        if (clock.IsExpired(found))
        {
            stored.Clear();
            return clock.ShowsExpired;
        }

        if (clock.RenewsOnRead)
        {
            stored.Update(clock.Stamp(value));
        }

        return true;
    }

    public override void Update(T? value)
    {
        if (value is null)
        {
            stored.Clear();
        }
        else
        {
            stored.Update(clock.Stamp(value));
        }
    }

    public override void Clear() => stored.Clear();
}
