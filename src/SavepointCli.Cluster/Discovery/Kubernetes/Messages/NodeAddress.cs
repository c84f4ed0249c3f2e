using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>An address of a node.</summary>
internal sealed record NodeAddress(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("address")] string Address);
