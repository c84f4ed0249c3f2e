using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>The ingresses of a namespace.</summary>
internal sealed record IngressList([property: JsonPropertyName("items")] IReadOnlyList<Ingress> Items);
