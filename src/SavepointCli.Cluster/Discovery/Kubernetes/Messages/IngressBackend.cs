using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>What stands behind a path.</summary>
internal sealed record IngressBackend([property: JsonPropertyName("service")] IngressService? Service = null);
