using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Kryo;

/// <summary>
/// Values that Kryo wrote. What the JDK's own classes look like is known (<see cref="KryoClasses"/>); everything else only the job's
/// classes can read. Values come as <see cref="StoredValue"/>, which keeps the bytes.
/// </summary>
public sealed class KryoSerializer : TypeSerializer<object?>
{
    private readonly KryoSerializerSnapshot _snapshot;
    private readonly KryoTypes _types;

    internal KryoSerializer(KryoSerializerSnapshot snapshot, KryoVersion version)
    {
        _snapshot = snapshot;
        _types = new KryoTypes(snapshot, version);
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => _snapshot;

    /// <inheritdoc/>
    public override object? Read(ref JavaDataReader reader)
    {
        if (reader.TryReadOpaque(out var bytes, out var className))
        {
            return new OpaqueValue(className, bytes.ToArray());
        }

        var start = reader.Position;
        var value = ReadGraph(ref reader);
        return value is null ? null : new StoredValue(value, reader.Slice(start, reader.Position).ToArray());
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteByte(KryoGraph.Null);
                break;
            case StoredValue stored:
                writer.WriteBytes(stored.Bytes.Span);
                break;
            case OpaqueValue opaque:
                writer.WriteBytes(opaque.Bytes.Span);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} was not read from Kryo", nameof(value));
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        if (!reader.TryReadOpaque(out _, out _))
        {
            ReadGraph(ref reader);
        }
    }

    /// <inheritdoc/>
    public override object? ReadDelimited(ref JavaDataReader reader)
    {
        // Told from the first bytes: a state of opaque values would otherwise raise a fault for each of them.
        var ahead = reader;
        return new KryoGraph(_types, ahead.Position).ReadRootClass(ref ahead) is { } unknownClass
            ? new OpaqueValue(unknownClass, reader.ReadRest().ToArray())
            : base.ReadDelimited(ref reader);
    }

    /// <summary>Names and objects are counted from the beginning of the value, so it is opaque as a whole if any part of it is.</summary>
    private object? ReadGraph(ref JavaDataReader reader)
    {
        var start = reader.Offset;
        try
        {
            return new KryoGraph(_types, reader.Position).ReadAny(ref reader);
        }
        catch (OpaqueValueException inside) when (inside.Offset != start)
        {
            throw new OpaqueValueException(inside.ClassName, reader.Origin.Path, start);
        }
    }
}
