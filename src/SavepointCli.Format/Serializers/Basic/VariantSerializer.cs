using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>
/// <c>Variant</c> (Flink 2.1 and later): two lengths, then value and metadata in the encoding of Parquet's variants, which is kept as
/// it is.
/// </summary>
public sealed class VariantSerializer : SimpleSerializer<VariantValue>
{
    internal VariantSerializer(string className, string typeName)
        : base(className, typeName, VariableLength)
    {
    }

    /// <inheritdoc/>
    public override VariantValue Read(ref JavaDataReader reader)
    {
        var valueLength = reader.ReadInt32();
        var metadataLength = reader.ReadInt32();
        return new VariantValue(reader.ReadBytes(valueLength).ToArray(), reader.ReadBytes(metadataLength).ToArray());
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, VariantValue value)
    {
        writer.WriteInt32(value.Value.Length);
        writer.WriteInt32(value.Metadata.Length);
        writer.WriteBytes(value.Value.Span);
        writer.WriteBytes(value.Metadata.Span);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var valueLength = reader.ReadInt32();
        var metadataLength = reader.ReadInt32();
        reader.Skip(valueLength);
        reader.Skip(metadataLength);
    }
}
