using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>A node.</summary>
internal sealed record KubernetesNode(
    [property: JsonPropertyName("spec")] NodeSpec? Spec = null,
    [property: JsonPropertyName("status")] NodeStatus? Status = null);
