namespace SavepointCli.Engine.Jobs;

/// <summary>A failure of a job.</summary>
/// <param name="Cause">What went wrong.</param>
/// <param name="At">When.</param>
/// <param name="Task">The subtask in which it did, as Flink names it; null if in none.</param>
public sealed record JobFailure(Exception Cause, DateTimeOffset At, string? Task);
