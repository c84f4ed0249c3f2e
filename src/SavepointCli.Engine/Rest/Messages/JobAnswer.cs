using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>A job with its vertices and plan; times in milliseconds since 1970.</summary>
internal sealed record JobAnswer(
    string Jid,
    string Name,
    [property: JsonPropertyName("isStoppable")] bool IsStoppable,
    string State,
    string JobType,
    long StartTime,
    long EndTime,
    long Duration,
    [property: JsonPropertyName("maxParallelism")] int MaxParallelism,
    long Now,
    IReadOnlyDictionary<string, long> Timestamps,
    IReadOnlyList<VertexAnswer> Vertices,
    IReadOnlyDictionary<string, int> StatusCounts,
    PlanDocument Plan,
    int PendingOperators);

/// <summary>A chain of operators.</summary>
internal sealed record VertexAnswer(
    string Id,
    [property: JsonPropertyName("slotSharingGroupId")] string SlotSharingGroupId,
    string Name,
    [property: JsonPropertyName("maxParallelism")] int MaxParallelism,
    int Parallelism,
    string Status,
    long StartTime,
    long EndTime,
    long Duration,
    IReadOnlyDictionary<string, int> Tasks,
    IoMetrics Metrics);

/// <summary>Counters of a vertex; a counter that is not complete is at least the number given.</summary>
internal sealed record IoMetrics(
    long ReadBytes,
    bool ReadBytesComplete,
    long WriteBytes,
    bool WriteBytesComplete,
    long ReadRecords,
    bool ReadRecordsComplete,
    long WriteRecords,
    bool WriteRecordsComplete,
    long AccumulatedBackpressuredTime,
    long AccumulatedIdleTime,
    double AccumulatedBusyTime)
{
    /// <summary>What subtasks have counted together: records, which are objects here and have no size on the way.</summary>
    public static IoMetrics Of(IReadOnlyCollection<Jobs.SubtaskDetails> subtasks) => subtasks.Count == 0
        ? NotReported
        : new(0, true, 0, true, subtasks.Sum(task => task.Io.RecordsIn), true, subtasks.Sum(task => task.Io.RecordsOut), true, 0, 0, 0);

    /// <summary>Nothing counted yet, which Flink too answers until its task managers have reported.</summary>
    public static IoMetrics NotReported { get; } = new(0, false, 0, false, 0, false, 0, false, 0, 0, 0);
}
