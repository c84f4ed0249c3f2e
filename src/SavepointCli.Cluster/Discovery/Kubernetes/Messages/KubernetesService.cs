using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>A service.</summary>
internal sealed record KubernetesService(
    [property: JsonPropertyName("spec")] ServiceSpec Spec,
    [property: JsonPropertyName("status")] ServiceStatus? Status = null);
