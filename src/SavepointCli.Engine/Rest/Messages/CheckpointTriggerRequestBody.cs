using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>What <c>POST /jobs/:jobid/checkpoints</c> takes.</summary>
internal sealed record CheckpointTriggerRequestBody
{
    [JsonPropertyName("checkpointType"), JsonConverter(typeof(CheckpointTypeText))]
    public CheckpointType? CheckpointType { get; init; }

    [JsonPropertyName("triggerId"), JsonConverter(typeof(TriggerIdText))]
    public TriggerId? TriggerId { get; init; }
}

/// <summary>Flink's constants of the same name.</summary>
internal enum CheckpointType
{
    Configured,
    Full,
    Incremental,
}
