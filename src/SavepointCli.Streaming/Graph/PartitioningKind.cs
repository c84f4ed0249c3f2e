namespace SavepointCli.Streaming.Graph;

/// <summary>Which subtask of the next operator gets a record.</summary>
public enum PartitioningKind
{
    /// <summary>The one with the same index; parallelism must be equal.</summary>
    Forward,

    /// <summary>Each in turn.</summary>
    Rebalance,

    /// <summary>Each in turn of those nearby: every subtask has its own share of the targets.</summary>
    Rescale,

    /// <summary>A random one.</summary>
    Shuffle,

    /// <summary>Every one.</summary>
    Broadcast,

    /// <summary>The first.</summary>
    Global,

    /// <summary>The one that owns the key group of the record's key; see <see cref="KeyPartitioning{T}"/>.</summary>
    Hash,
}
