namespace SavepointCli.Operations.State;

/// <summary>What a <see cref="StateEntry"/> is.</summary>
public enum StateEntryKind
{
    /// <summary>A keyed value.</summary>
    Value,

    /// <summary>All elements of a keyed list.</summary>
    List,

    /// <summary>All entries of a keyed map.</summary>
    Map,

    /// <summary>A keyed value that is reduced.</summary>
    Reducing,

    /// <summary>The accumulator of a keyed aggregate.</summary>
    Aggregating,

    /// <summary>The accumulator of a keyed fold (Flink 1.x).</summary>
    Folding,

    /// <summary>A timer; the value is its time.</summary>
    Timer,

    /// <summary>An element of a queue that holds no timers.</summary>
    Queue,

    /// <summary>All elements of one subtask's list that is split on a change of parallelism.</summary>
    Split,

    /// <summary>All elements of one subtask's list that every subtask gets whole.</summary>
    Union,

    /// <summary>A subtask's copy of a broadcast map.</summary>
    Broadcast,

    /// <summary>The state of an operator's coordinator, which belongs to no subtask.</summary>
    Coordinator,

    /// <summary>Bytes that only the operator itself understands.</summary>
    Raw,

    /// <summary>Records in flight of an unaligned checkpoint, as their number of bytes.</summary>
    Channel,
}
