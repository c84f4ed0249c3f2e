using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>A map in its general form: count, then key, flag for null and the value, if there is one. The order is kept.</summary>
public sealed class MapSerializer : TypeSerializer<FlinkMap>
{
    private const int SmallestEntry = 1;
    private readonly bool _keysHaveFlags;

    internal MapSerializer(TypeSerializer key, TypeSerializer value, SerializerSnapshot snapshot, bool keysHaveFlags = false)
    {
        Key = key;
        Value = value;
        Snapshot = snapshot;
        _keysHaveFlags = keysHaveFlags;
    }

    /// <summary>The serializer of the keys.</summary>
    public TypeSerializer Key { get; }

    /// <summary>The serializer of the values.</summary>
    public TypeSerializer Value { get; }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static CompositeKind Kind { get; } = new(FlinkNames.TopLevel(FlinkNames.Base, "Map"), "Map")
    {
        NestedCount = 2,
        Restore = static (snapshot, nested) => new MapSerializer(nested[0], nested[1], snapshot),
    };

    /// <summary><c>NullAwareMapSerializer</c> of the Table runtime: keys have a flag for null, too.</summary>
    internal static CompositeKind NullAwareKind { get; } = new(FlinkNames.TopLevel(FlinkNames.DataView, "NullAwareMap"), "Map")
    {
        NestedCount = 2,
        Restore = static (snapshot, nested) => new MapSerializer(nested[0], nested[1], snapshot, keysHaveFlags: true),
    };

    /// <summary>The serializer of maps with C# types.</summary>
    public static MapSerializer<TKey, TValue> Of<TKey, TValue>(TypeSerializer<TKey> key, TypeSerializer<TValue> value)
        where TKey : notnull => new(key, value, Kind.Snapshot(key, value));

    /// <inheritdoc/>
    public override FlinkMap Read(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("map entries", SmallestEntry);
        var entries = new List<KeyValuePair<object?, object?>>(Math.Min(count, ListSerializer<object?>.MaxRoomInAdvance));
        for (var i = 0; i < count; i++)
        {
            var key = _keysHaveFlags && reader.ReadBoolean() ? null : Key.ReadObject(ref reader);
            var value = reader.ReadBoolean() ? null : Value.ReadObject(ref reader);
            entries.Add(new KeyValuePair<object?, object?>(key, value));
        }

        return new FlinkMap([.. entries]);
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, FlinkMap value)
    {
        writer.WriteInt32(value.Count);
        foreach (var entry in value)
        {
            if (_keysHaveFlags)
            {
                writer.WriteBoolean(entry.Key is null);
            }

            if (!_keysHaveFlags || entry.Key is not null)
            {
                Key.WriteObject(writer, entry.Key);
            }

            writer.WriteBoolean(entry.Value is null);
            if (entry.Value is not null)
            {
                Value.WriteObject(writer, entry.Value);
            }
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("map entries", SmallestEntry);
        for (var i = 0; i < count; i++)
        {
            if (!_keysHaveFlags || !reader.ReadBoolean())
            {
                Key.Skip(ref reader);
            }

            if (!reader.ReadBoolean())
            {
                Value.Skip(ref reader);
            }
        }
    }
}
