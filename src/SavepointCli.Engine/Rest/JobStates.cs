using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Rest;

/// <summary>Names of job and task states in answers, and counts by them. Every state of Flink is there, with zero if need be.</summary>
internal static class JobStates
{
    /// <summary>A state of Flink that the engine never enters.</summary>
    private const string Reconciling = "RECONCILING";

    private static readonly Dictionary<JobStatus, string> JobNames = Enum.GetValues<JobStatus>().ToDictionary(status => status, UpperName);
    private static readonly Dictionary<TaskState, string> TaskNames = Enum.GetValues<TaskState>().ToDictionary(state => state, UpperName);

    /// <summary>The state of a job, upper case.</summary>
    public static string Name(JobStatus status) => JobNames[status];

    /// <summary>The state of a task, upper case.</summary>
    public static string Name(TaskState state) => TaskNames[state];

    /// <summary>Whether a job in this state never leaves it.</summary>
    public static bool IsTerminal(JobStatus status) => status is JobStatus.Finished or JobStatus.Canceled or JobStatus.Failed;

    /// <summary>When each job state was entered, in milliseconds since 1970; 0 for never.</summary>
    public static IReadOnlyDictionary<string, long> Timestamps(IReadOnlyDictionary<JobStatus, DateTimeOffset> entered)
    {
        var timestamps = JobNames.ToDictionary(
            name => name.Value, name => entered.TryGetValue(name.Key, out var at) ? at.ToUnixTimeMilliseconds() : 0);
        timestamps[Reconciling] = 0;
        return timestamps;
    }

    /// <summary>When each task state was entered, in milliseconds since 1970; 0 for never.</summary>
    public static IReadOnlyDictionary<string, long> Timestamps(IReadOnlyDictionary<TaskState, DateTimeOffset> entered)
    {
        var timestamps = TaskNames.ToDictionary(
            name => name.Value, name => entered.TryGetValue(name.Key, out var at) ? at.ToUnixTimeMilliseconds() : 0);
        timestamps[Reconciling] = 0;
        return timestamps;
    }

    /// <summary>How many of the tasks are in each state.</summary>
    public static IReadOnlyDictionary<string, int> Counts(IEnumerable<TaskState> states)
    {
        var counts = TaskNames.Values.Append(Reconciling).ToDictionary(name => name, _ => 0);
        foreach (var state in states)
        {
            counts[TaskNames[state]]++;
        }

        return counts;
    }

    /// <summary>The same in lower case with the total, as the overview gives it.</summary>
    public static IReadOnlyDictionary<string, int> OverviewCounts(IReadOnlyDictionary<TaskState, int> tasks)
    {
        var counts = TaskNames.ToDictionary(name => Lower(name.Value), name => tasks.GetValueOrDefault(name.Key));
        counts[Lower(Reconciling)] = 0;
        counts["total"] = tasks.Values.Sum();
        return counts;
    }

    /// <summary>The one state that stands for all subtasks of a vertex, by Flink's order of precedence.</summary>
    public static TaskState Aggregate(IReadOnlyCollection<TaskState> subtasks)
    {
        ReadOnlySpan<TaskState> precedence =
        [
            TaskState.Failed, TaskState.Canceling, TaskState.Canceled, TaskState.Initializing, TaskState.Running,
        ];
        foreach (var state in precedence)
        {
            if (subtasks.Contains(state))
            {
                return state;
            }
        }

        return subtasks.Count > 0 && subtasks.All(state => state == TaskState.Finished) ? TaskState.Finished
            : subtasks.Contains(TaskState.Finished) ? TaskState.Running
            : subtasks.DefaultIfEmpty(TaskState.Created).Max();
    }

    private static string UpperName<T>(T state)
        where T : struct, Enum => state.ToString().ToUpperInvariant();

    // The documents spell these counters in lower case.
#pragma warning disable CA1308
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
