using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Status of a disposal.</summary>
internal sealed record DisposalStatus(
    [property: JsonPropertyName("status")] QueueStatus Status,
    [property: JsonPropertyName("operation")] DisposalOutcome? Operation = null) : IQueuedAnswer;
