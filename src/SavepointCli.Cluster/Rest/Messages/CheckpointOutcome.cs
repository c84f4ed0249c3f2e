using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Exactly one of the two is there; the failure is in camel case here.</summary>
internal sealed record CheckpointOutcome(
    [property: JsonPropertyName("checkpointId")] long? CheckpointId = null,
    [property: JsonPropertyName("failureCause")] FailureCause? Failure = null);
