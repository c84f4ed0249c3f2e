using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>Eight bytes: <c>Long</c>, <c>LongValue</c>.</summary>
public sealed class LongSerializer : SimpleSerializer<long>
{
    internal LongSerializer(string className, string typeName)
        : base(className, typeName, sizeof(long))
    {
    }

    /// <inheritdoc/>
    public override long Read(ref JavaDataReader reader) => reader.ReadInt64();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, long value) => writer.WriteInt64(value);
}
