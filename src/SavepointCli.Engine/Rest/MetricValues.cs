using System.Globalization;
using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Rest;

/// <summary>The metrics of jobs, vertices and the process, under Flink's names.</summary>
internal static class MetricValues
{
    /// <summary>The metrics of a job.</summary>
    public static IReadOnlyDictionary<string, string> Of(JobDetails job, DateTimeOffset now)
    {
        var last = job.LatestSnapshots.Checkpoint;
        var running = job.StatusTimestamps.TryGetValue(JobStatus.Running, out var since) && job.Overview.Status == JobStatus.Running
            ? now - since
            : TimeSpan.Zero;
        return new Dictionary<string, string>
        {
            ["totalNumberOfCheckpoints"] = Text(job.SnapshotCounts.Total),
            ["numberOfInProgressCheckpoints"] = Text(job.SnapshotCounts.InProgress),
            ["numberOfCompletedCheckpoints"] = Text(job.SnapshotCounts.Completed),
            ["numberOfFailedCheckpoints"] = Text(job.SnapshotCounts.Failed),
            ["lastCompletedCheckpointId"] = Text(last?.Id ?? -1),
            ["lastCheckpointDuration"] = Text(last is null ? -1 : (long)last.Duration.TotalMilliseconds),
            ["lastCheckpointSize"] = Text(last?.StateSize ?? -1),
            ["lastCheckpointFullSize"] = Text(last?.StateSize ?? -1),
            ["lastCheckpointExternalPath"] = last?.ExternalPath ?? "n/a",
            ["lastCheckpointRestoreTimestamp"] = Text(job.Restored?.RestoredAt.ToUnixTimeMilliseconds() ?? -1),
            ["numRestarts"] = Text(job.Restarts),
            ["uptime"] = Text((long)running.TotalMilliseconds),
            ["runningTime"] = Text((long)running.TotalMilliseconds),
        };
    }

    /// <summary>The metrics of one subtask.</summary>
    public static IReadOnlyDictionary<string, string> Of(SubtaskDetails subtask) => new Dictionary<string, string>
    {
        ["numRecordsIn"] = Text(subtask.Io.RecordsIn),
        ["numRecordsOut"] = Text(subtask.Io.RecordsOut),
    };

    /// <summary>The metrics of all subtasks of a vertex, behind their numbers.</summary>
    public static IReadOnlyDictionary<string, string> Of(JobVertexDetails vertex) => vertex.Instances
        .SelectMany(subtask => Of(subtask).Select(metric => KeyValuePair.Create($"{subtask.Index}.{metric.Key}", metric.Value)))
        .ToDictionary();

    /// <summary>The metrics of this process, which is both job manager and task manager.</summary>
    public static IReadOnlyDictionary<string, string> OfProcess(IReadOnlyCollection<JobOverview> jobs, TaskManagerView taskManager) =>
        new Dictionary<string, string>
        {
            ["numRegisteredTaskManagers"] = "1",
            ["numRunningJobs"] = Text(jobs.Count(job => !JobStates.IsTerminal(job.Status))),
            ["taskSlotsTotal"] = Text(taskManager.Slots),
            ["taskSlotsAvailable"] = Text(taskManager.Slots - taskManager.UsedSlots),
            ["Status.JVM.Memory.Heap.Used"] = Text(GC.GetTotalMemory(forceFullCollection: false)),
            ["Status.JVM.Memory.Heap.Committed"] = Text(GC.GetGCMemoryInfo().TotalCommittedBytes),
            ["Status.JVM.Memory.Heap.Max"] = Text(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
            ["Status.JVM.GarbageCollector.All.Count"] = Text(Enumerable.Range(0, GC.MaxGeneration + 1).Sum(GC.CollectionCount)),
            ["Status.JVM.GarbageCollector.All.Time"] = Text((long)GC.GetTotalPauseDuration().TotalMilliseconds),
            ["Status.JVM.Threads.Count"] = Text(ThreadPool.ThreadCount),
            ["Status.JVM.CPU.Time"] = Text((long)Environment.CpuUsage.TotalTime.TotalNanoseconds),
        };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
