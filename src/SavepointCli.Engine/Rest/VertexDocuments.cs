using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest;

/// <summary>Puts a vertex and its subtasks into the documents that show them.</summary>
internal static class VertexDocuments
{
    private const string Host = "localhost";

    // What Flink calls "host:port of the task manager's data"; nothing here listens for data.
    private const string Endpoint = "localhost:0";
    private const string NotHeldUp = "ok";

    /// <summary>The vertex with its subtasks.</summary>
    public static VertexDetailsAnswer Details(JobVertexDetails vertex, DateTimeOffset now) => new(
        vertex.Id.ToString(), vertex.Name, vertex.Parallelism, vertex.MaxParallelism, JobDocuments.Milliseconds(now),
        [.. vertex.Instances.Select(subtask => Subtask(subtask, now))], Aggregate(vertex, now));

    /// <summary>One subtask.</summary>
    public static SubtaskAnswer Subtask(SubtaskDetails subtask, DateTimeOffset now)
    {
        var (start, end) = LifeOf(subtask);
        return new SubtaskAnswer(
            subtask.Index, JobStates.Name(subtask.State), subtask.Attempt, Host, Endpoint, JobDocuments.Milliseconds(start),
            JobDocuments.Milliseconds(end), Duration(start, end, now), IoMetrics.Of([subtask]), TaskManagerView.Id,
            StatusDurations(subtask, now), JobDocuments.Milliseconds(start));
    }

    /// <summary>When the subtasks entered which state.</summary>
    public static SubtaskTimesAnswer Times(JobVertexDetails vertex, DateTimeOffset now) => new(
        vertex.Id.ToString(), vertex.Name, JobDocuments.Milliseconds(now),
        [
            .. vertex.Instances.Select(subtask =>
            {
                var (start, end) = LifeOf(subtask);
                return new SubtaskTimes(subtask.Index, Host, Endpoint, Duration(start, end, now), JobStates.Timestamps(subtask.Entered));
            }),
        ]);

    /// <summary>The vertex on the one task manager.</summary>
    public static VertexTaskManagersAnswer TaskManagers(JobVertexDetails vertex, DateTimeOffset now) => new(
        vertex.Id.ToString(), vertex.Name, JobDocuments.Milliseconds(now), vertex.Instances.Count == 0 ? [] : [TaskManager(vertex, now)]);

    /// <summary>How far the subtasks are held up: never said to be, since nothing measures it.</summary>
    public static BackPressureAnswer BackPressure(JobVertexDetails vertex, DateTimeOffset now) => new(
        NotHeldUp, NotHeldUp, JobDocuments.Milliseconds(now),
        [.. vertex.Instances.Select(subtask => new SubtaskBackPressure(subtask.Index, NotHeldUp, 0, 0, 0, NotHeldUp))], NotHeldUp);

    /// <summary>The accumulators of the subtasks, of which there are none.</summary>
    public static SubtasksAccumulatorsAnswer Accumulators(JobVertexDetails vertex) => new(
        vertex.Id.ToString(), vertex.Parallelism,
        [.. vertex.Instances.Select(subtask => new SubtaskAccumulators(subtask.Index, subtask.Attempt, Host, Endpoint, []))]);

    private static VertexTaskManager TaskManager(JobVertexDetails vertex, DateTimeOffset now)
    {
        var lives = vertex.Instances.Select(LifeOf).ToList();
        var start = lives.Min(life => life.Start);
        var end = lives.TrueForAll(life => life.End is not null) ? lives.Max(life => life.End) : null;
        return new VertexTaskManager(
            Endpoint, Endpoint, JobStates.Name(JobStates.Aggregate(vertex.Subtasks)), JobDocuments.Milliseconds(start),
            JobDocuments.Milliseconds(end), Duration(start, end, now), IoMetrics.Of(vertex.Instances), JobStates.Counts(vertex.Subtasks),
            TaskManagerView.Id, Aggregate(vertex, now));
    }

    private static AggregatedVertex Aggregate(JobVertexDetails vertex, DateTimeOffset now)
    {
        var nothing = Spread.Of(vertex.Instances.Select(_ => 0L));
        return new AggregatedVertex(
            new Dictionary<string, Spread>
            {
                ["read-bytes"] = nothing,
                ["write-bytes"] = nothing,
                ["read-records"] = Spread.Of(vertex.Instances.Select(subtask => subtask.Io.RecordsIn)),
                ["write-records"] = Spread.Of(vertex.Instances.Select(subtask => subtask.Io.RecordsOut)),
                ["accumulated-backpressured-time"] = nothing,
                ["accumulated-idle-time"] = nothing,
                ["accumulated-busy-time"] = nothing,
            },
            vertex.Instances.SelectMany(subtask => StatusDurations(subtask, now)).GroupBy(state => state.Key)
                .ToDictionary(state => state.Key, state => Spread.Of(state.Select(duration => duration.Value))));
    }

    private static (DateTimeOffset? Start, DateTimeOffset? End) LifeOf(SubtaskDetails subtask) => (
        At(subtask, TaskState.Deploying),
        At(subtask, TaskState.Finished) ?? At(subtask, TaskState.Canceled) ?? At(subtask, TaskState.Failed));

    private static DateTimeOffset? At(SubtaskDetails subtask, TaskState state) =>
        subtask.Entered.TryGetValue(state, out var at) ? at : null;

    private static long Duration(DateTimeOffset? start, DateTimeOffset? end, DateTimeOffset now) =>
        start is null ? JobDocuments.Milliseconds(null) : (long)((end ?? now) - start.Value).TotalMilliseconds;

    /// <summary>How long it was in each state that it has entered, final ones excepted.</summary>
    private static Dictionary<string, long> StatusDurations(SubtaskDetails subtask, DateTimeOffset now)
    {
        var entered = subtask.Entered.OrderBy(state => state.Value).ThenBy(state => state.Key).ToList();
        return entered
            .Select((state, index) => (state.Key, Time: (index + 1 < entered.Count ? entered[index + 1].Value : now) - state.Value))
            .Where(state => state.Key is not (TaskState.Finished or TaskState.Canceled or TaskState.Failed))
            .ToDictionary(state => JobStates.Name(state.Key), state => (long)state.Time.TotalMilliseconds);
    }
}
