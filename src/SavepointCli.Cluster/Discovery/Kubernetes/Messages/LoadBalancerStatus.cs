using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>The addresses of a load balancer; none while it is being set up.</summary>
internal sealed record LoadBalancerStatus([property: JsonPropertyName("ingress")] IReadOnlyList<LoadBalancerAddress>? Addresses = null);
