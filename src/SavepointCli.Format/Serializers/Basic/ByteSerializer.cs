using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>One signed byte: <c>Byte</c>, <c>ByteValue</c>.</summary>
public sealed class ByteSerializer : SimpleSerializer<sbyte>
{
    internal ByteSerializer(string className, string typeName)
        : base(className, typeName, sizeof(sbyte))
    {
    }

    /// <inheritdoc/>
    public override sbyte Read(ref JavaDataReader reader) => reader.ReadSByte();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, sbyte value) => writer.WriteSByte(value);
}
