using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>What a service is like.</summary>
internal sealed record ServiceSpec(
    [property: JsonPropertyName("type")] string? Type = null,
    [property: JsonPropertyName("ports")] IReadOnlyList<ServicePort>? Ports = null);
