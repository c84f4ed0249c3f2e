using System.Text.Json;
using System.Text.Json.Serialization;
using SavepointCli.Cluster.Rest.Messages;

namespace SavepointCli.Cluster.Rest;

/// <summary>
/// The two words that a status can be. Anything else is no answer of Flink: taken for "still under way" it would be waited for
/// without end.
/// </summary>
internal sealed class QueueStatusIdConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is QueueStatus.InProgress or QueueStatus.Completed
            ? reader.GetString()!
            : throw new JsonException("neither IN_PROGRESS nor COMPLETED");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
