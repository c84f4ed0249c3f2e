using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer of <c>/config</c>, as far as it is used.</summary>
internal sealed record ClusterConfigAnswer([property: JsonPropertyName("flink-version")] string FlinkVersion);
