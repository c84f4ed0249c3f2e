using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Avro;

/// <summary>Avro values in Flink's encoding, which is not Avro's own: numbers have fixed width, big-endian.</summary>
public sealed class AvroSerializer : TypeSerializer<object?>
{
    private readonly AvroSerializerSnapshot _snapshot;
    private readonly AvroSchema _schema;

    internal AvroSerializer(AvroSerializerSnapshot snapshot, AvroSchema schema)
    {
        _snapshot = snapshot;
        _schema = schema;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => _snapshot;

    /// <inheritdoc/>
    public override object? Read(ref JavaDataReader reader) => new AvroReader(reader.Position).Read(ref reader, _schema);

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, object? value) => AvroWriter.Write(writer, _schema, value);

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => new AvroReader(reader.Position).Skip(ref reader, _schema);
}
