using System.Text.Json;
using System.Text.Json.Serialization;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>A job id as 32 hex digits.</summary>
internal sealed class JobIdText : JsonConverter<JobId>
{
    public override JobId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && JobId.TryParse(RestIds.FirstDigits(reader.GetString()!), out var id)
            ? id
            : throw new JsonException("A job id has 32 hex digits.");

    public override void Write(Utf8JsonWriter writer, JobId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
