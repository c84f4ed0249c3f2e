using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>An ingress: names and paths under which services can be reached from outside.</summary>
internal sealed record Ingress(
    [property: JsonPropertyName("spec")] IngressSpec? Spec = null,
    [property: JsonPropertyName("status")] ServiceStatus? Status = null);
