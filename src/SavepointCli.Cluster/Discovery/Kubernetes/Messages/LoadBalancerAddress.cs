using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>One address of a load balancer.</summary>
internal sealed record LoadBalancerAddress(
    [property: JsonPropertyName("ip")] string? Ip = null,
    [property: JsonPropertyName("hostname")] string? Hostname = null);
