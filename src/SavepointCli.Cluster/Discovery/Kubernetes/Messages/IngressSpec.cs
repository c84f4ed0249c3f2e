using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>What an ingress is like.</summary>
internal sealed record IngressSpec(
    [property: JsonPropertyName("rules")] IReadOnlyList<IngressRule>? Rules = null,
    [property: JsonPropertyName("tls")] IReadOnlyList<IngressTls>? Tls = null);
