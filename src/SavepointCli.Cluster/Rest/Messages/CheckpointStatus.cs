using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Status of a checkpoint.</summary>
internal sealed record CheckpointStatus(
    [property: JsonPropertyName("status")] QueueStatus Status,
    [property: JsonPropertyName("operation")] CheckpointOutcome? Operation = null) : IQueuedAnswer;
