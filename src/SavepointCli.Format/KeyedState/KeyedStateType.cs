namespace SavepointCli.Format.KeyedState;

/// <summary>The descriptor with which a job registered a keyed state. Mirrors <c>StateDescriptor.Type</c>, whose names stand in the file.</summary>
public enum KeyedStateType
{
    /// <summary>No or another type given.</summary>
    Unknown,

    /// <summary><c>ValueState</c>.</summary>
    Value,

    /// <summary><c>ListState</c>.</summary>
    List,

    /// <summary><c>ReducingState</c>: the value is the reduced element.</summary>
    Reducing,

    /// <summary><c>FoldingState</c> of Flink 1.x.</summary>
    Folding,

    /// <summary><c>AggregatingState</c>: the value is the accumulator.</summary>
    Aggregating,

    /// <summary><c>MapState</c>.</summary>
    Map,
}
