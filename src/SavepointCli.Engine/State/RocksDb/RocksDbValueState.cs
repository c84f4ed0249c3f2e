using System.Diagnostics.CodeAnalysis;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>A value per key, in RocksDB.</summary>
internal sealed class RocksDbValueState<TKey, TNamespace, T>(RocksDbColumn<TKey, TNamespace> column, TypeSerializer<T> serializer) : ValueState<T>
{
    private readonly JavaDataWriter _value = new();

    public override bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        using var stored = column.Family.Get(column.Key());
        if (!stored.Exists)
        {
            value = default;
            return false;
        }

        var reader = new JavaDataReader(stored.Bytes);
        value = serializer.Read(ref reader);
        return true;
    }

    public override void Update(T? value)
    {
        if (value is null)
        {
            Clear();
            return;
        }

        _value.Clear();
        serializer.Write(_value, value);
        column.Family.Put(column.Key(), _value.WrittenSpan);
    }

    public override void Clear() => column.Family.Remove(column.Key());
}
