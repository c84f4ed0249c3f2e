using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Exactly one of the two is there.</summary>
internal sealed record SavepointOutcome(
    [property: JsonPropertyName("location")] string? Location = null,
    [property: JsonPropertyName("failure-cause")] FailureCause? Failure = null);
