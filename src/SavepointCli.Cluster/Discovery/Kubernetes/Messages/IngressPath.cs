using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>A path, and the service behind it.</summary>
internal sealed record IngressPath(
    [property: JsonPropertyName("path")] string? Path = null,
    [property: JsonPropertyName("backend")] IngressBackend? Backend = null);
