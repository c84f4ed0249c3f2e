using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

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

    private protected override void Print(JsonBuffer output, sbyte value) => output.WriteNumber(value);

    private protected override int? HashOf(sbyte value) => value;

    private protected override bool TryParse(JsonElement json, out sbyte value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Number && json.TryGetSByte(out value);
    }
}
