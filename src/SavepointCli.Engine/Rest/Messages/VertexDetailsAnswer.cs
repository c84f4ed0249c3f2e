using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>A chain of operators with its subtasks; times in milliseconds.</summary>
internal sealed record VertexDetailsAnswer(
    string Id,
    string Name,
    int Parallelism,
    [property: JsonPropertyName("maxParallelism")] int MaxParallelism,
    long Now,
    IReadOnlyList<SubtaskAnswer> Subtasks,
    AggregatedVertex Aggregated);

/// <summary>One subtask. 1.x also has <c>host</c>, and all versions have the start time under two names.</summary>
internal sealed record SubtaskAnswer(
    int Subtask,
    string Status,
    int Attempt,
    string Host,
    string Endpoint,
    long StartTime,
    long EndTime,
    long Duration,
    IoMetrics Metrics,
    [property: JsonPropertyName("taskmanager-id")] string TaskManagerId,
    IReadOnlyDictionary<string, long> StatusDuration,
    [property: JsonPropertyName("start_time")] long OldStartTime);

/// <summary>When the subtasks of a vertex entered which state.</summary>
internal sealed record SubtaskTimesAnswer(string Id, string Name, long Now, IReadOnlyList<SubtaskTimes> Subtasks);

/// <summary>When one subtask entered which state; 0 for never.</summary>
internal sealed record SubtaskTimes(
    int Subtask, string Host, string Endpoint, long Duration, IReadOnlyDictionary<string, long> Timestamps);

/// <summary>A vertex by task manager, of which there is one.</summary>
internal sealed record VertexTaskManagersAnswer(
    string Id, string Name, long Now, [property: JsonPropertyName("taskmanagers")] IReadOnlyList<VertexTaskManager> TaskManagers);

/// <summary>The subtasks of a vertex on one task manager.</summary>
internal sealed record VertexTaskManager(
    string Host,
    string Endpoint,
    string Status,
    long StartTime,
    long EndTime,
    long Duration,
    IoMetrics Metrics,
    IReadOnlyDictionary<string, int> StatusCounts,
    [property: JsonPropertyName("taskmanager-id")] string TaskManagerId,
    AggregatedVertex Aggregated);

/// <summary>Spread over subtasks.</summary>
internal sealed record AggregatedVertex(
    IReadOnlyDictionary<string, Spread> Metrics, IReadOnlyDictionary<string, Spread> StatusDuration);

/// <summary>Spread of a number.</summary>
internal sealed record Spread(long Min, long Max, long Avg, long Sum, long Median, long P25, long P75, long P95)
{
    /// <summary>The spread of some samples.</summary>
    public static Spread Of(IEnumerable<long> samples)
    {
        long[] sorted = [.. samples.Order()];
        return sorted.Length == 0
            ? new Spread(0, 0, 0, 0, 0, 0, 0, 0)
            : new Spread(
                sorted[0], sorted[^1], sorted.Sum() / sorted.Length, sorted.Sum(), At(sorted, 0.5), At(sorted, 0.25), At(sorted, 0.75),
                At(sorted, 0.95));
    }

    private static long At(long[] sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
