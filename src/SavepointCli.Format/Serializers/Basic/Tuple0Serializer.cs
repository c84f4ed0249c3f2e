using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>The tuple without fields: one byte, 42.</summary>
public sealed class Tuple0Serializer : SimpleSerializer<FlinkTuple>
{
    private const byte Mark = 42;
    private static readonly FlinkTuple Empty = new();

    internal Tuple0Serializer(string className, string typeName)
        : base(className, typeName, fixedLength: 1)
    {
    }

    /// <inheritdoc/>
    public override FlinkTuple Read(ref JavaDataReader reader) =>
        reader.ReadByte() == Mark ? Empty : throw reader.Fault("byte that is no Tuple0");

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, FlinkTuple value) => writer.WriteByte(Mark);
}
