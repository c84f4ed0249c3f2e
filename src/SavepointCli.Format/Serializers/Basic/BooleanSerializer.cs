using System.Text.Json;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

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

    private protected override void Print(JsonBuffer output, bool value) => output.WriteBoolean(value);

    private protected override int? HashOf(bool value) => this == BasicSerializers.Boolean ? JavaHash.Of(value) : null;

    private protected override bool TryParse(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return value || json.ValueKind == JsonValueKind.False;
    }
}
