using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>The paths of a host.</summary>
internal sealed record IngressPaths([property: JsonPropertyName("paths")] IReadOnlyList<IngressPath>? Paths = null);
