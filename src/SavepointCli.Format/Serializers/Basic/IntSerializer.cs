using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>Four bytes: <c>Integer</c>, <c>IntValue</c>.</summary>
public sealed class IntSerializer : SimpleSerializer<int>
{
    internal IntSerializer(string className, string typeName)
        : base(className, typeName, sizeof(int))
    {
    }

    /// <inheritdoc/>
    public override int Read(ref JavaDataReader reader) => reader.ReadInt32();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, int value) => writer.WriteInt32(value);

    private protected override void Print(JsonBuffer output, int value) => output.WriteNumber(value);

    private protected override int? HashOf(int value) => value;

    private protected override bool TryParse(JsonElement json, out int value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value);
    }
}
