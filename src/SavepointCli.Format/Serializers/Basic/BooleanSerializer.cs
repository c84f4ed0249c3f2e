using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>One byte: <c>Boolean</c>, <c>BooleanValue</c>.</summary>
public sealed class BooleanSerializer : SimpleSerializer<bool>
{
    internal BooleanSerializer(string className, string typeName)
        : base(className, typeName, sizeof(byte))
    {
    }

    /// <inheritdoc/>
    public override bool Read(ref JavaDataReader reader) => reader.ReadBoolean();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, bool value) => writer.WriteBoolean(value);
}
