using System.Diagnostics.CodeAnalysis;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>A value per key that expires.</summary>
internal sealed class TtlValueState<TKey, TNamespace, T>(TtlTable<TKey, TNamespace, TtlValue<T>> table, TtlClock clock) : ValueState<T>
{
    private readonly TtlCell<TKey, TNamespace, T> _cell = new(table, clock);

    public override bool TryGetValue([MaybeNullWhen(false)] out T value) => _cell.TryGet(out value);

    public override void Update(T? value)
    {
        if (value is null)
        {
            table.Remove();
        }
        else
        {
            _cell.Put(value);
        }
    }

    public override void Clear() => table.Remove();
}
