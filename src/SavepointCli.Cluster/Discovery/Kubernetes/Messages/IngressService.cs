using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>The service behind a path.</summary>
internal sealed record IngressService([property: JsonPropertyName("name")] string? Name = null);
