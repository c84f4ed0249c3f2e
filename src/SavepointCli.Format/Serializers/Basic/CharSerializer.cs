using System.Text.Json;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>One UTF-16 unit: <c>Character</c>, <c>CharValue</c>. Half a surrogate pair is a value like any other.</summary>
public sealed class CharSerializer : SimpleSerializer<char>
{
    internal CharSerializer(string className, string typeName)
        : base(className, typeName, sizeof(char))
    {
    }

    /// <inheritdoc/>
    public override char Read(ref JavaDataReader reader) => (char)reader.ReadUInt16();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, char value) => writer.WriteUInt16(value);

    private protected override int? HashOf(char value) => this == BasicSerializers.Char ? value : null;

    private protected override bool TryParse(JsonElement json, out char value)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        value = text.Length == 1 ? text[0] : default;
        return text.Length == 1;
    }
}
