using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Body of <c>POST /jobs/:jobid/checkpoints</c>.</summary>
internal sealed record CheckpointTriggerBody(
    [property: JsonPropertyName("checkpointType")] CheckpointKind Kind,
    [property: JsonPropertyName("triggerId")] TriggerId TriggerId);
