using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>Where a node is.</summary>
internal sealed record NodeStatus([property: JsonPropertyName("addresses")] IReadOnlyList<NodeAddress>? Addresses = null);
