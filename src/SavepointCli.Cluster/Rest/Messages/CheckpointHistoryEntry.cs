using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>One checkpoint or savepoint of a job's history.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status"><c>IN_PROGRESS</c>, <c>COMPLETED</c> or <c>FAILED</c>.</param>
/// <param name="IsSavepoint">Whether it is a savepoint.</param>
/// <param name="TriggeredAt">When it was triggered, in milliseconds since 1970 by the JobManager's clock.</param>
/// <param name="Type"><c>SAVEPOINT</c>, <c>SYNC_SAVEPOINT</c> (a stop) or a kind of checkpoint.</param>
/// <param name="Format">Layout of a savepoint; clusters before 1.17 do not tell.</param>
/// <param name="Path">Where it is, once it is complete.</param>
/// <param name="Failure">Why it failed.</param>
internal sealed record CheckpointHistoryEntry(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("is_savepoint")] bool IsSavepoint,
    [property: JsonPropertyName("trigger_timestamp")] long TriggeredAt,
    [property: JsonPropertyName("checkpoint_type")] string Type,
    [property: JsonPropertyName("savepointFormat")] SavepointFormat? Format = null,
    [property: JsonPropertyName("external_path")] string? Path = null,
    [property: JsonPropertyName("failure_message")] string? Failure = null)
{
    public const string InProgress = "IN_PROGRESS";
    public const string Completed = "COMPLETED";
    public const string Failed = "FAILED";
    public const string Savepoint = "SAVEPOINT";
    public const string StopSavepoint = "SYNC_SAVEPOINT";
}
