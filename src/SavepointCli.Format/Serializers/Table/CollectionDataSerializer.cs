using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>Arrays and maps of the Table runtime: a length, big-endian, then the binary array or map, little-endian.</summary>
public sealed class CollectionDataSerializer : TypeSerializer<StoredValue>
{
    private readonly CollectionDataSerializerSnapshot _snapshot;

    internal CollectionDataSerializer(CollectionDataSerializerSnapshot snapshot) => _snapshot = snapshot;

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => _snapshot;

    /// <inheritdoc/>
    public override StoredValue Read(ref JavaDataReader reader)
    {
        var length = reader.ReadInt32();
        var offset = reader.Offset;
        var bytes = reader.ReadBytes(length).ToArray();
        var decoder = new BinaryDecoder(bytes, reader.Origin, offset);
        object value = _snapshot.Types.Length == 1
            ? decoder.ReadArray(decoder.All, _snapshot.Types[0].Type)
            : decoder.ReadMap(decoder.All, _snapshot.Types[0].Type, _snapshot.Types[1].Type);
        return new StoredValue(value, bytes);
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, StoredValue value)
    {
        writer.WriteInt32(value.Bytes.Length);
        writer.WriteBytes(value.Bytes.Span);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(reader.ReadInt32());
}
