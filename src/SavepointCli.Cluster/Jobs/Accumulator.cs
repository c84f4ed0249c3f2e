using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Jobs;

/// <summary>A counter of a job.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Simple name of its class, such as <c>LongCounter</c>.</param>
/// <param name="Value">Its value as text.</param>
public sealed record Accumulator(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("value")] string Value);
