using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>
/// One checkpoint or savepoint; <see cref="ClassName"/> says which of the last fields are there: path and discarded for completed ones,
/// time and message for failed ones.
/// </summary>
internal sealed record CheckpointAnswer(
    [property: JsonPropertyName("className")] string ClassName,
    long Id,
    string Status,
    bool IsSavepoint,
    [property: JsonPropertyName("savepointFormat")] string? SavepointFormat,
    long TriggerTimestamp,
    long LatestAckTimestamp,
    long CheckpointedSize,
    long StateSize,
    long EndToEndDuration,
    long AlignmentBuffered,
    long ProcessedData,
    long PersistedData,
    int NumSubtasks,
    int NumAcknowledgedSubtasks,
    string CheckpointType,
    IReadOnlyDictionary<string, VertexCheckpointAnswer> Tasks)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalPath { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Discarded { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FailureTimestamp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FailureMessage { get; init; }
}

/// <summary>What one vertex contributed.</summary>
internal sealed record VertexCheckpointAnswer(
    long Id,
    string Status,
    long LatestAckTimestamp,
    long CheckpointedSize,
    long StateSize,
    long EndToEndDuration,
    long AlignmentBuffered,
    long ProcessedData,
    long PersistedData,
    int NumSubtasks,
    int NumAcknowledgedSubtasks);
