using System.Text.Json;
using System.Text.Json.Serialization;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Rest;

/// <summary>Job ids as 32 hex digits.</summary>
internal sealed class JobIdConverter : JsonConverter<JobId>
{
    public override JobId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && JobId.TryParse(text, out var id) ? id : throw new JsonException("not a job id");

    public override void Write(Utf8JsonWriter writer, JobId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
