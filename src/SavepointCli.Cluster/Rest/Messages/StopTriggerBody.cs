using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Body of <c>POST /jobs/:jobid/stop</c>; the first field is spelled in camel case here, and only here.</summary>
internal sealed record StopTriggerBody(
    [property: JsonPropertyName("targetDirectory")] string? TargetDirectory,
    [property: JsonPropertyName("drain")] bool Drain,
    [property: JsonPropertyName("formatType")] SavepointFormat Format,
    [property: JsonPropertyName("triggerId")] TriggerId TriggerId);
