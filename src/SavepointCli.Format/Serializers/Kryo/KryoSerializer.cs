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
        var start = reader.Position;
        var value = new KryoGraph(_types, start).ReadAny(ref reader);
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
    public override void Skip(ref JavaDataReader reader) => new KryoGraph(_types, reader.Position).ReadAny(ref reader);

    /// <inheritdoc/>
    public override object? ReadDelimited(ref JavaDataReader reader)
    {
        // Told from the first bytes: a state of opaque values would otherwise raise a fault for each of them.
        var ahead = reader;
        return new KryoGraph(_types, ahead.Position).ReadRootClass(ref ahead) is { } unknownClass
            ? new OpaqueValue(unknownClass, reader.ReadRest().ToArray())
            : base.ReadDelimited(ref reader);
    }
}
