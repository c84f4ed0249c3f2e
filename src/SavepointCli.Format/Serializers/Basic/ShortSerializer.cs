using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>Two bytes: <c>Short</c>, <c>ShortValue</c>.</summary>
public sealed class ShortSerializer : SimpleSerializer<short>
{
    internal ShortSerializer(string className, string typeName)
        : base(className, typeName, sizeof(short))
    {
    }

    /// <inheritdoc/>
    public override short Read(ref JavaDataReader reader) => reader.ReadInt16();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, short value) => writer.WriteInt16(value);

    private protected override void Print(JsonBuffer output, short value) => output.WriteNumber(value);

    private protected override int? HashOf(short value) => value;

    private protected override bool TryParse(JsonElement json, out short value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt16(out value);
    }
}
