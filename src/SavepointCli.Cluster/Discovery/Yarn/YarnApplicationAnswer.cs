using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Yarn;

/// <summary>Answer of <c>/ws/v1/cluster/apps/:appid</c>.</summary>
internal sealed record YarnApplicationAnswer([property: JsonPropertyName("app")] YarnApplication Application);
