using System.Collections.Immutable;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>A row of the Table runtime: four bytes of length, big-endian, then the binary row, little-endian.</summary>
public sealed class RowDataSerializer : TypeSerializer<RowDataValue>
{
    private readonly RowDataSerializerSnapshot _snapshot;

    internal RowDataSerializer(RowDataSerializerSnapshot snapshot)
    {
        _snapshot = snapshot;
        Columns = [.. snapshot.Types.Select(type => type.Type)];
    }

    /// <summary>Types of the columns.</summary>
    public ImmutableArray<LogicalType> Columns { get; }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => _snapshot;

    /// <inheritdoc/>
    public override RowDataValue Read(ref JavaDataReader reader)
    {
        var length = reader.ReadInt32();
        var offset = reader.Offset;
        var decoder = new BinaryDecoder(reader.ReadBytes(length).ToArray(), reader.Origin, offset);
        return decoder.ReadRow(decoder.All, Columns);
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, RowDataValue value)
    {
        writer.WriteInt32(value.Bytes.Length);
        writer.WriteBytes(value.Bytes.Span);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(reader.ReadInt32());

    /// <inheritdoc/>
    public override bool TryHash(ref JavaDataReader reader, out int hash)
    {
        var row = reader.ReadBytes(reader.ReadInt32());
        hash = row.Length % sizeof(int) == 0 ? JavaHash.OfBinaryRow(row) : throw reader.Fault($"impossible length of a binary row: {row.Length}");
        return true;
    }
}
