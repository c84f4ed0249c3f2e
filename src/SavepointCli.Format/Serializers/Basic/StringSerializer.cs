using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>A text that can be null.</summary>
public sealed class StringSerializer : SimpleSerializer<string?>
{
    internal StringSerializer(string className, string typeName)
        : base(className, typeName, VariableLength)
    {
    }

    /// <inheritdoc/>
    public override string? Read(ref JavaDataReader reader) => VariableString.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, string? value) => VariableString.Write(writer, value);

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => VariableString.Skip(ref reader);

    /// <inheritdoc/>
    public override void PrintJson(ref JavaDataReader reader, JsonBuffer output) => VariableString.Print(ref reader, output);

    /// <inheritdoc/>
    public override bool TryHash(ref JavaDataReader reader, out int hash)
    {
        hash = VariableString.Hash(ref reader);
        return true;
    }

    private protected override bool TryParse(JsonElement json, out string? value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        return json.ValueKind is JsonValueKind.String or JsonValueKind.Null;
    }
}
