using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The task managers: here always one, this process.</summary>
internal sealed record TaskManagersAnswer([property: JsonPropertyName("taskmanagers")] IReadOnlyList<TaskManager> TaskManagers);

/// <summary>A task manager; memory in bytes unless it is a resource, which Flink gives in megabytes.</summary>
internal sealed record TaskManager(
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
    [property: JsonPropertyName("memoryConfiguration")] TaskManagerMemory MemoryConfiguration);

/// <summary>What slots may use.</summary>
internal sealed record TaskManagerResource(
    [property: JsonPropertyName("cpuCores")] double CpuCores,
    [property: JsonPropertyName("taskHeapMemory")] long TaskHeapMemory,
    [property: JsonPropertyName("taskOffHeapMemory")] long TaskOffHeapMemory,
    [property: JsonPropertyName("managedMemory")] long ManagedMemory,
    [property: JsonPropertyName("networkMemory")] long NetworkMemory,
    [property: JsonPropertyName("extendedResources")] IReadOnlyDictionary<string, double> ExtendedResources);

/// <summary>The machine.</summary>
internal sealed record TaskManagerHardware(
    [property: JsonPropertyName("cpuCores")] int CpuCores,
    [property: JsonPropertyName("physicalMemory")] long PhysicalMemory,
    [property: JsonPropertyName("freeMemory")] long FreeMemory,
    [property: JsonPropertyName("managedMemory")] long ManagedMemory);

/// <summary>How a JVM would divide its memory. A .NET process does not divide it, so all but the totals are zero.</summary>
internal sealed record TaskManagerMemory(
    [property: JsonPropertyName("frameworkHeap")] long FrameworkHeap,
    [property: JsonPropertyName("taskHeap")] long TaskHeap,
    [property: JsonPropertyName("frameworkOffHeap")] long FrameworkOffHeap,
    [property: JsonPropertyName("taskOffHeap")] long TaskOffHeap,
    [property: JsonPropertyName("networkMemory")] long NetworkMemory,
    [property: JsonPropertyName("managedMemory")] long ManagedMemory,
    [property: JsonPropertyName("jvmMetaspace")] long JvmMetaspace,
    [property: JsonPropertyName("jvmOverhead")] long JvmOverhead,
    [property: JsonPropertyName("totalFlinkMemory")] long TotalFlinkMemory,
    [property: JsonPropertyName("totalProcessMemory")] long TotalProcessMemory);
