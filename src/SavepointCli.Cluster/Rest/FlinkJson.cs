using System.Text.Json.Serialization;
using SavepointCli.Cluster.Rest.Messages;

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
[JsonSerializable(typeof(JarPlanAnswer))]
[JsonSerializable(typeof(JobStatusAnswer))]
[JsonSerializable(typeof(ExecutionResultAnswer))]
[JsonSerializable(typeof(AccumulatorsAnswer))]
[JsonSerializable(typeof(ClusterConfigAnswer))]
[JsonSerializable(typeof(CheckpointHistory))]
[JsonSerializable(typeof(JobTimes))]
internal sealed partial class FlinkJson : JsonSerializerContext;
