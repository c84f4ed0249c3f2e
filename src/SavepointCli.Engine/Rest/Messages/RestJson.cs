using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Reads and writes the documents whose fields are spelt with hyphens, which are most.</summary>
[JsonSerializable(typeof(EmptyRequestBody))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(TriggerAnswer))]
[JsonSerializable(typeof(SavepointStatusAnswer))]
[JsonSerializable(typeof(CheckpointStatusAnswer))]
[JsonSerializable(typeof(DisposalStatusAnswer))]
[JsonSerializable(typeof(SavepointTriggerRequestBody))]
[JsonSerializable(typeof(StopWithSavepointRequestBody))]
[JsonSerializable(typeof(CheckpointTriggerRequestBody))]
[JsonSerializable(typeof(SavepointDisposalRequestBody))]
[JsonSerializable(typeof(ConfigAnswer))]
[JsonSerializable(typeof(OverviewAnswer))]
[JsonSerializable(typeof(IReadOnlyList<ConfigEntry>))]
[JsonSerializable(typeof(TaskManager))]
[JsonSerializable(typeof(TaskManagersAnswer))]
[JsonSerializable(typeof(VertexDetailsAnswer))]
[JsonSerializable(typeof(SubtaskAnswer))]
[JsonSerializable(typeof(SubtaskTimesAnswer))]
[JsonSerializable(typeof(VertexTaskManagersAnswer))]
[JsonSerializable(typeof(VertexAccumulatorsAnswer))]
[JsonSerializable(typeof(SubtasksAccumulatorsAnswer))]
[JsonSerializable(typeof(AttemptAccumulatorsAnswer))]
[JsonSerializable(typeof(JobAccumulatorsAnswer))]
[JsonSerializable(typeof(DataSetsAnswer))]
[JsonSerializable(typeof(BackPressureAnswer))]
[JsonSerializable(typeof(FlameGraphAnswer))]
[JsonSerializable(typeof(LogListAnswer))]
[JsonSerializable(typeof(TaskManagerDetailsAnswer))]
[JsonSerializable(typeof(IReadOnlyList<MetricAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<AggregatedMetric>))]
[JsonSerializable(typeof(JobsAnswer))]
[JsonSerializable(typeof(JobsOverviewAnswer))]
[JsonSerializable(typeof(JobStatusAnswer))]
[JsonSerializable(typeof(JobAnswer))]
[JsonSerializable(typeof(PlanAnswer))]
[JsonSerializable(typeof(JobConfigAnswer))]
[JsonSerializable(typeof(ExceptionsAnswer))]
[JsonSerializable(typeof(ExecutionResultAnswer))]
[JsonSerializable(typeof(JarsAnswer))]
[JsonSerializable(typeof(JarUploadAnswer))]
[JsonSerializable(typeof(JarRunAnswer))]
internal sealed partial class RestJson : JsonSerializerContext
{
    /// <summary>Text goes out as it is: no client puts it into a web page unescaped.</summary>
    public static RestJson Shared { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
