using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Arrays;

/// <summary><c>byte[]</c> and PyFlink's <c>ByteArrayWrapper</c>: a length, then the bytes.</summary>
public sealed class ByteArraySerializer : SimpleSerializer<byte[]>
{
    internal ByteArraySerializer(string className, string typeName)
        : base(className, typeName, VariableLength)
    {
    }

    /// <inheritdoc/>
    public override byte[] Read(ref JavaDataReader reader) => reader.ReadBytes(reader.ReadInt32()).ToArray();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, byte[] value)
    {
        writer.WriteInt32(value.Length);
        writer.WriteBytes(value);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(reader.ReadInt32());
}
