using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SavepointCli.Format.Values;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>The one expiring value of the current key, as value, reducing and aggregating state use it.</summary>
internal sealed class TtlCell<TKey, TNamespace, T>(TtlTable<TKey, TNamespace, TtlValue<T>> table, TtlClock clock)
{
    /// <summary>The value, if there is one that may be seen.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        ref var state = ref table.Find();
        if (Unsafe.IsNullRef(ref state))
        {
            value = default;
            return false;
        }

        value = state.Value;
        if (clock.IsExpired(state))
        {
            table.Remove();
            return clock.ShowsExpired;
        }

        if (clock.RenewsOnRead)
        {
            table.Put(clock.Stamp(value));
        }

        return true;
    }

    /// <summary>Sets the value as of now.</summary>
    public void Put(T value) => table.Put(clock.Stamp(value));
}
