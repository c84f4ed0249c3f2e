namespace SavepointCli.Streaming.State;

/// <summary>An element that an interval join keeps. Mirrors <c>IntervalJoinOperator.BufferEntry</c>.</summary>
/// <param name="Element">The element.</param>
/// <param name="HasBeenJoined">Whether it was joined; Flink's inner join never says so.</param>
public readonly record struct BufferEntry<T>(T Element, bool HasBeenJoined = false);
