using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>IEEE double: <c>Double</c>, <c>DoubleValue</c>.</summary>
public sealed class DoubleSerializer : SimpleSerializer<double>
{
    internal DoubleSerializer(string className, string typeName)
        : base(className, typeName, sizeof(double))
    {
    }

    /// <inheritdoc/>
    public override double Read(ref JavaDataReader reader) => reader.ReadDouble();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, double value) => writer.WriteDouble(value);
}
