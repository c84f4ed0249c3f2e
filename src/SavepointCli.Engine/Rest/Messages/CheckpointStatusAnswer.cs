using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>State of a triggered checkpoint.</summary>
internal sealed record CheckpointStatusAnswer(QueueStatus Status, CheckpointOperation? Operation);

/// <summary>Outcome of a triggered checkpoint: exactly one field is there. In camel case, unlike savepoints.</summary>
internal sealed record CheckpointOperation
{
    [JsonPropertyName("checkpointId"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? CheckpointId { get; init; }

    [JsonPropertyName("failureCause"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FailureCause? FailureCause { get; init; }
}
