using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>What is needed of <c>/jobs/:jobid/checkpoints</c>: the latest checkpoints and savepoints, newest first.</summary>
internal sealed record CheckpointHistory(
    [property: JsonPropertyName("history")] IReadOnlyList<CheckpointHistoryEntry> Entries);
