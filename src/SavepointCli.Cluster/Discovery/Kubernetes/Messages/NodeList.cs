using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>The nodes of a cluster.</summary>
internal sealed record NodeList([property: JsonPropertyName("items")] IReadOnlyList<KubernetesNode> Items);
