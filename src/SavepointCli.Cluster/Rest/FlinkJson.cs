using System.Text.Json;
using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Rest.Messages;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Rest;

/// <summary>Every message of the REST API that we send or read, serialized without reflection.</summary>
[JsonSourceGenerationOptions(
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(JobIdConverter), typeof(TriggerIdConverter), typeof(JobStateConverter)])]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(JobsOverview))]
[JsonSerializable(typeof(SavepointTriggerBody))]
[JsonSerializable(typeof(StopTriggerBody))]
[JsonSerializable(typeof(CheckpointTriggerBody))]
[JsonSerializable(typeof(DisposalTriggerBody))]
[JsonSerializable(typeof(TriggerAnswer))]
[JsonSerializable(typeof(SavepointStatus))]
[JsonSerializable(typeof(CheckpointStatus))]
[JsonSerializable(typeof(DisposalStatus))]
[JsonSerializable(typeof(EmptyBody))]
[JsonSerializable(typeof(JarUploadAnswer))]
[JsonSerializable(typeof(JarRunAnswer))]
[JsonSerializable(typeof(JobStatusAnswer))]
[JsonSerializable(typeof(ExecutionResultAnswer))]
[JsonSerializable(typeof(AccumulatorsAnswer))]
[JsonSerializable(typeof(ClusterConfigAnswer))]
internal sealed partial class FlinkJson : JsonSerializerContext;

/// <summary>The one message that leaves out what is not set.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JarRunBody))]
internal sealed partial class JarRunJson : JsonSerializerContext;

internal sealed class JobIdConverter : JsonConverter<JobId>
{
    public override JobId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && JobId.TryParse(text, out var id) ? id : throw new JsonException("not a job id");

    public override void Write(Utf8JsonWriter writer, JobId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class TriggerIdConverter : JsonConverter<TriggerId>
{
    public override TriggerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && TriggerId.TryParse(text, out var id) ? id : throw new JsonException("not a trigger id");

    public override void Write(Utf8JsonWriter writer, TriggerId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class JobStateConverter : JsonConverter<JobState>
{
    public override JobState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } text ? new JobState(text) : throw new JsonException("not a job state");

    public override void Write(Utf8JsonWriter writer, JobState value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
