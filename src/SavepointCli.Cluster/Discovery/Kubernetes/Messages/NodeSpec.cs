using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Kubernetes.Messages;

/// <summary>Whether pods may be put on a node.</summary>
internal sealed record NodeSpec([property: JsonPropertyName("unschedulable")] bool IsUnschedulable = false);
