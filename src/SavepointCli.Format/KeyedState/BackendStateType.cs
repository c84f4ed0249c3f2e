namespace SavepointCli.Format.KeyedState;

/// <summary>What kind of state a <see cref="StateMeta"/> describes; the numbers are those on disk (the ordinal of <c>BackendStateType</c>).</summary>
public enum BackendStateType
{
    /// <summary>Keyed state: value, list, map, reducing, aggregating.</summary>
    KeyValue = 0,

    /// <summary>Operator state, split or union.</summary>
    Operator = 1,

    /// <summary>Broadcast state.</summary>
    Broadcast = 2,

    /// <summary>Timers and other queues per key group.</summary>
    PriorityQueue = 3,

    /// <summary>Keyed state of the asynchronous API of Flink 2.x.</summary>
    KeyValueV2 = 4,
}
