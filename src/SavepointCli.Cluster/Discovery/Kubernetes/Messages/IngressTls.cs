using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>The hosts that are served with TLS.</summary>
internal sealed record IngressTls([property: JsonPropertyName("hosts")] IReadOnlyList<string>? Hosts = null);
