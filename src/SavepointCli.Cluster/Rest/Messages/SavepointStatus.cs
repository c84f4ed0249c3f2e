using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Status of a savepoint or stop.</summary>
internal sealed record SavepointStatus(
    [property: JsonPropertyName("status")] QueueStatus Status,
    [property: JsonPropertyName("operation")] SavepointOutcome? Operation = null) : IQueuedAnswer;
