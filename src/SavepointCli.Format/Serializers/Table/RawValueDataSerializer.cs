using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>A value of a RAW type: a length, then what the type's own serializer wrote.</summary>
public sealed class RawValueDataSerializer : TypeSerializer<object?>
{
    private readonly TypeSerializer _inner;

    private RawValueDataSerializer(TypeSerializer inner, SerializerSnapshot snapshot)
    {
        _inner = inner;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static Composite.CompositeKind Kind { get; } = new(FlinkNames.Nested(FlinkNames.TableTypes, "RawValueData"), "RawValueData")
    {
        OuterVersion = 0,
        NestedCount = 1,
        Restore = static (snapshot, nested) => new RawValueDataSerializer(nested[0], snapshot),
    };

    /// <inheritdoc/>
    public override object? Read(ref JavaDataReader reader)
    {
        var frame = reader.ReadFrame(reader.ReadInt32());
        return _inner.ReadDelimited(ref frame);
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, object? value)
    {
        var at = writer.Length;
        writer.WriteInt32(0);
        _inner.WriteDelimited(writer, value);
        var length = writer.Length - at - sizeof(int);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(writer.WrittenForPatching[at..], length);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(reader.ReadInt32());
}
