namespace SavepointCli.Engine.Jobs;

/// <summary>What one subtask contributed to a snapshot.</summary>
/// <param name="Index">Its number among the subtasks of the vertex.</param>
/// <param name="StateSize">Bytes of state it reported.</param>
/// <param name="AcknowledgedAt">When, or null if it has not.</param>
public sealed record SubtaskSnapshotStatistics(int Index, long StateSize, DateTimeOffset? AcknowledgedAt);
