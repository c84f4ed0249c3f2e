using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest;

/// <summary>This process as the one task manager of the cluster.</summary>
internal sealed class TaskManagerView(IEmbeddedCluster cluster, EngineConfiguration configuration, TimeProvider time)
{
    /// <summary>Its id.</summary>
    public const string Id = "embedded";

    private const int NoPort = -1;

    /// <summary>Slots there are. Jobs are not held back by them, so there are never fewer than are used.</summary>
    public int Slots => Math.Max(configuration.Get(RestOptions.Slots), UsedSlots);

    /// <summary>Slots that running jobs would take in Flink: one for each subtask of their widest vertex.</summary>
    public int UsedSlots => cluster.Jobs
        .Where(job => !JobStates.IsTerminal(job.Status))
        .Sum(job => cluster.Find(job.Id)?.Vertices.Select(vertex => vertex.Parallelism).DefaultIfEmpty().Max() ?? 0);

    /// <summary>The row that <c>/taskmanagers</c> lists.</summary>
    public TaskManager Describe()
    {
        var memory = GC.GetGCMemoryInfo();
        var slots = Slots;
        var free = slots - UsedSlots;
        return new TaskManager(
            Id,
            $"process:{Environment.ProcessId}",
            NoPort,
            NoPort,
            time.GetUtcNow().ToUnixTimeMilliseconds(),
            slots,
            free,
            Resource(slots),
            Resource(free),
            new TaskManagerHardware(
                Environment.ProcessorCount,
                memory.TotalAvailableMemoryBytes,
                Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes),
                ManagedMemory: 0),
            new TaskManagerMemory(0, 0, 0, 0, 0, 0, 0, 0, memory.TotalCommittedBytes, Environment.WorkingSet));
    }

    private static TaskManagerResource Resource(int slots) => new(slots, 0, 0, 0, 0, new Dictionary<string, double>());
}
