using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>How far the subtasks of a vertex are held up. Both spellings are given, as Flink does.</summary>
internal sealed record BackPressureAnswer(
    string Status,
    [property: JsonPropertyName("backpressureLevel")] string OldLevel,
    long EndTimestamp,
    IReadOnlyList<SubtaskBackPressure> Subtasks,
    [property: JsonPropertyName("backpressure-level")] string Level);

/// <summary>One subtask.</summary>
internal sealed record SubtaskBackPressure(
    int Subtask,
    [property: JsonPropertyName("backpressureLevel")] string OldLevel,
    double Ratio,
    [property: JsonPropertyName("idleRatio")] double IdleRatio,
    [property: JsonPropertyName("busyRatio")] double BusyRatio,
    [property: JsonPropertyName("backpressure-level")] string Level);

/// <summary>A flame graph that there is none of: Flink's sign for "not sampled".</summary>
internal sealed record FlameGraphAnswer([property: JsonPropertyName("endTimestamp")] long EndTimestamp);
