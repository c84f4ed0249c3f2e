using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>What is served under one host.</summary>
internal sealed record IngressRule(
    [property: JsonPropertyName("host")] string? Host = null,
    [property: JsonPropertyName("http")] IngressPaths? Http = null);
