using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>A map with C# types. The order of the entries is that of the dictionary; Flink's readers do not care.</summary>
/// <typeparam name="TKey">The key, never null.</typeparam>
/// <typeparam name="TValue">The value; a null value is possible if the C# type has one.</typeparam>
public sealed class MapSerializer<TKey, TValue> : TypeSerializer<Dictionary<TKey, TValue>>
    where TKey : notnull
{
    private const int SmallestEntry = 1;

    internal MapSerializer(TypeSerializer<TKey> key, TypeSerializer<TValue> value, SerializerSnapshot snapshot)
    {
        Key = key;
        Value = value;
        Snapshot = snapshot;
    }

    /// <summary>The serializer of the keys.</summary>
    public TypeSerializer<TKey> Key { get; }

    /// <summary>The serializer of the values.</summary>
    public TypeSerializer<TValue> Value { get; }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    /// <inheritdoc/>
    public override Dictionary<TKey, TValue> Read(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("map entries", SmallestEntry);
        var map = new Dictionary<TKey, TValue>(Math.Min(count, ListSerializer<TKey>.MaxRoomInAdvance));
        for (var i = 0; i < count; i++)
        {
            var key = Key.Read(ref reader) ?? throw reader.Fault("null as the key of a map");
            map[key] = reader.ReadBoolean() ? Null(ref reader) : Value.Read(ref reader);
        }

        return map;
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, Dictionary<TKey, TValue> value)
    {
        writer.WriteInt32(value.Count);
        foreach (var entry in value)
        {
            Key.Write(writer, entry.Key);
            writer.WriteBoolean(entry.Value is null);
            if (entry.Value is not null)
            {
                Value.Write(writer, entry.Value);
            }
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("map entries", SmallestEntry);
        for (var i = 0; i < count; i++)
        {
            Key.Skip(ref reader);
            if (!reader.ReadBoolean())
            {
                Value.Skip(ref reader);
            }
        }
    }

    // A default in the place of null would be a wrong value: 0 is not "no number".
    private static TValue Null(ref JavaDataReader reader) =>
        default(TValue) is null
            ? default!
            : throw reader.Fault($"null as a value of a map to {typeof(TValue).Name}, which has no null", ExitCode.Incompatible);
}
