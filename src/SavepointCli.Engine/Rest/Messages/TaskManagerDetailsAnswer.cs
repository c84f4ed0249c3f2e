using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>A task manager with what only its own page shows.</summary>
internal sealed record TaskManagerDetailsAnswer(
    string Id,
    string Path,
    [property: JsonPropertyName("dataPort")] int DataPort,
    [property: JsonPropertyName("jmxPort")] int JmxPort,
    [property: JsonPropertyName("timeSinceLastHeartbeat")] long TimeSinceLastHeartbeat,
    [property: JsonPropertyName("slotsNumber")] int SlotsNumber,
    [property: JsonPropertyName("freeSlots")] int FreeSlots,
    [property: JsonPropertyName("totalResource")] TaskManagerResource TotalResource,
    [property: JsonPropertyName("freeResource")] TaskManagerResource FreeResource,
    TaskManagerHardware Hardware,
    [property: JsonPropertyName("memoryConfiguration")] TaskManagerMemory MemoryConfiguration,
    [property: JsonPropertyName("allocatedSlots")] IReadOnlyList<TaskManagerResource> AllocatedSlots,
    TaskManagerMetrics Metrics)
{
    public static TaskManagerDetailsAnswer Of(TaskManager manager) => new(
        manager.Id, manager.Path, manager.DataPort, manager.JmxPort, manager.TimeSinceLastHeartbeat, manager.SlotsNumber, manager.FreeSlots,
        manager.TotalResource, manager.FreeResource, manager.Hardware, manager.MemoryConfiguration, [], TaskManagerMetrics.Now());
}

/// <summary>Memory in use, under the names of a JVM; what .NET does not have is zero.</summary>
internal sealed record TaskManagerMetrics(
    [property: JsonPropertyName("heapUsed")] long HeapUsed,
    [property: JsonPropertyName("heapCommitted")] long HeapCommitted,
    [property: JsonPropertyName("heapMax")] long HeapMax,
    [property: JsonPropertyName("nonHeapUsed")] long NonHeapUsed,
    [property: JsonPropertyName("nonHeapCommitted")] long NonHeapCommitted,
    [property: JsonPropertyName("nonHeapMax")] long NonHeapMax,
    [property: JsonPropertyName("directCount")] long DirectCount,
    [property: JsonPropertyName("directUsed")] long DirectUsed,
    [property: JsonPropertyName("directMax")] long DirectMax,
    [property: JsonPropertyName("mappedCount")] long MappedCount,
    [property: JsonPropertyName("mappedUsed")] long MappedUsed,
    [property: JsonPropertyName("mappedMax")] long MappedMax,
    [property: JsonPropertyName("nettyShuffleMemorySegmentsAvailable")] long NettyShuffleMemorySegmentsAvailable,
    [property: JsonPropertyName("nettyShuffleMemorySegmentsUsed")] long NettyShuffleMemorySegmentsUsed,
    [property: JsonPropertyName("nettyShuffleMemorySegmentsTotal")] long NettyShuffleMemorySegmentsTotal,
    [property: JsonPropertyName("nettyShuffleMemoryAvailable")] long NettyShuffleMemoryAvailable,
    [property: JsonPropertyName("nettyShuffleMemoryUsed")] long NettyShuffleMemoryUsed,
    [property: JsonPropertyName("nettyShuffleMemoryTotal")] long NettyShuffleMemoryTotal,
    [property: JsonPropertyName("garbageCollectors")] IReadOnlyList<string> GarbageCollectors)
{
    public static TaskManagerMetrics Now()
    {
        var memory = GC.GetGCMemoryInfo();
        return new TaskManagerMetrics(
            GC.GetTotalMemory(forceFullCollection: false), memory.TotalCommittedBytes, memory.TotalAvailableMemoryBytes,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, []);
    }
}
