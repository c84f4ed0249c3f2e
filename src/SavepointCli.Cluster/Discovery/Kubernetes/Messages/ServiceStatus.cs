using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>How a service can be reached from outside.</summary>
internal sealed record ServiceStatus([property: JsonPropertyName("loadBalancer")] LoadBalancerStatus? LoadBalancer = null);
