namespace SavepointCli.Streaming.State;

/// <summary>The kinds of state.</summary>
public enum StateKind
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A value into which others are folded.</summary>
    Reducing,

    /// <summary>An accumulator.</summary>
    Aggregating,
}
