using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>A job in one row, as <c>/jobs/overview</c> shows it.</summary>
/// <param name="Id">The job.</param>
/// <param name="Name">Name given to <c>Execute</c>.</param>
/// <param name="Status">Its state now.</param>
/// <param name="StartTime">When it was submitted.</param>
/// <param name="EndTime">When it reached a terminal state, or null.</param>
/// <param name="LastModification">When its state last changed.</param>
/// <param name="Tasks">Number of subtasks in each state; states without subtasks may be missing.</param>
public sealed record JobOverview(
    JobId Id,
    string Name,
    JobStatus Status,
    DateTimeOffset StartTime,
    DateTimeOffset? EndTime,
    DateTimeOffset LastModification,
    IReadOnlyDictionary<TaskState, int> Tasks);
