using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary><c>StringValue</c>: like a text, but with the length itself in front and without null.</summary>
public sealed class StringValueSerializer : SimpleSerializer<string>
{
    internal StringValueSerializer(string className, string typeName)
        : base(className, typeName, VariableLength)
    {
    }

    /// <inheritdoc/>
    public override string Read(ref JavaDataReader reader) => VariableString.ReadUnits(ref reader, reader.ReadVarInt32());

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, string value)
    {
        writer.WriteVarInt32(value.Length);
        VariableString.WriteUnits(writer, value);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => VariableString.SkipUnits(ref reader, reader.ReadVarInt32());

    /// <inheritdoc/>
    public override void PrintJson(ref JavaDataReader reader, JsonBuffer output) => VariableString.PrintUnits(ref reader, reader.ReadVarInt32(), output);

    /// <inheritdoc/>
    public override bool TryHash(ref JavaDataReader reader, out int hash)
    {
        hash = VariableString.HashUnits(ref reader, reader.ReadVarInt32());
        return true;
    }

    private protected override bool TryParse(JsonElement json, out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        return json.ValueKind == JsonValueKind.String;
    }
}
