using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>A port of a service.</summary>
internal sealed record ServicePort(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("port")] int Port = 0,
    [property: JsonPropertyName("nodePort")] int? NodePort = null);
