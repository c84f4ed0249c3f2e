using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>What the subtasks of one vertex contributed to a snapshot.</summary>
internal sealed record CheckpointSubtasksAnswer(
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
    int NumAcknowledgedSubtasks,
    CheckpointSubtasksSummary Summary,
    IReadOnlyList<SubtaskCheckpointAnswer> Subtasks);

/// <summary>Spread over the subtasks.</summary>
internal sealed record CheckpointSubtasksSummary(
    StatsSummary CheckpointedSize,
    StatsSummary StateSize,
    StatsSummary EndToEndDuration,
    CheckpointParts CheckpointDuration,
    AlignmentSummary Alignment,
    StatsSummary StartDelay);

/// <summary>The two parts of a snapshot in a task.</summary>
internal sealed record CheckpointParts(StatsSummary Sync, StatsSummary Async);

/// <summary>Waiting for the barriers of other channels.</summary>
internal sealed record AlignmentSummary(StatsSummary Buffered, StatsSummary Processed, StatsSummary Persisted, StatsSummary Duration);

/// <summary>One subtask; everything but the first three is left out until it has acknowledged.</summary>
internal sealed record SubtaskCheckpointAnswer(
    [property: JsonPropertyName("className")] string ClassName, int Index, string Status)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AckTimestamp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? EndToEndDuration { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? CheckpointedSize { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? StateSize { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SubtaskCheckpointParts? Checkpoint { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SubtaskAlignment? Alignment { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? StartDelay { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UnalignedCheckpoint { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Aborted { get; init; }
}

/// <summary>Milliseconds of the two parts.</summary>
internal sealed record SubtaskCheckpointParts(long Sync, long Async);

/// <summary>Alignment of one subtask.</summary>
internal sealed record SubtaskAlignment(long Buffered, long Processed, long Persisted, long Duration);
