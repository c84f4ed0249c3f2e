using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SavepointCli.Engine.State.Tables;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Keyed;

/// <summary>A value per key, in memory.</summary>
internal sealed class HeapValueState<TKey, TNamespace, T>(StateTable<TKey, TNamespace, T> table) : ValueState<T>
{
    public override bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        ref var state = ref table.Find();
        if (Unsafe.IsNullRef(ref state))
        {
            value = default;
            return false;
        }

        value = state;
        return true;
    }

    public override void Update(T? value)
    {
        if (value is null)
        {
            table.Remove();
        }
        else
        {
            table.Put(value);
        }
    }

    public override void Clear() => table.Remove();
}
