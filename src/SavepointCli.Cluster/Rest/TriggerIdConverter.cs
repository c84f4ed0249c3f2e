using System.Text.Json;
using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Rest;

/// <summary>Trigger ids as 32 hex digits.</summary>
internal sealed class TriggerIdConverter : JsonConverter<TriggerId>
{
    public override TriggerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && TriggerId.TryParse(text, out var id) ? id : throw new JsonException("not a trigger id");

    public override void Write(Utf8JsonWriter writer, TriggerId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
