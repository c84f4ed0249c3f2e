using System.Text.Json;
using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary><c>{"errors":[...]}</c>: how Flink says no. Any other field beside it makes it something else.</summary>
internal sealed record ErrorBody([property: JsonPropertyName("errors")] IReadOnlyList<string> Errors)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
