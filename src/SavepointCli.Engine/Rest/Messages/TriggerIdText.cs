using System.Text.Json;
using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>A trigger id as 32 hex digits.</summary>
internal sealed class TriggerIdText : JsonConverter<TriggerId>
{
    public override TriggerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TriggerId.TryParse(reader.GetString()!, out var id)
            ? id
            : throw new JsonException("A trigger id has 32 hex digits.");

    public override void Write(Utf8JsonWriter writer, TriggerId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
