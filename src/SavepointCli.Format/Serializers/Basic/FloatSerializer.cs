using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>IEEE single: <c>Float</c>, <c>FloatValue</c>.</summary>
public sealed class FloatSerializer : SimpleSerializer<float>
{
    internal FloatSerializer(string className, string typeName)
        : base(className, typeName, sizeof(float))
    {
    }

    /// <inheritdoc/>
    public override float Read(ref JavaDataReader reader) => reader.ReadSingle();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, float value) => writer.WriteSingle(value);
}
