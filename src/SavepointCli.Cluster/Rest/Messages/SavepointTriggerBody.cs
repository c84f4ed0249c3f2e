using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Body of <c>POST /jobs/:jobid/savepoints</c>.</summary>
internal sealed record SavepointTriggerBody(
    [property: JsonPropertyName("target-directory")] string? TargetDirectory,
    [property: JsonPropertyName("cancel-job")] bool CancelJob,
    [property: JsonPropertyName("formatType")] SavepointFormat Format,
    [property: JsonPropertyName("triggerId")] TriggerId TriggerId);
