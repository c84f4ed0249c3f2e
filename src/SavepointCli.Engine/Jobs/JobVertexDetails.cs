using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>A chain of operators of a job.</summary>
/// <param name="Id">Id of the chain: that of its first operator.</param>
/// <param name="Name">Names of its operators joined by <c> -&gt; </c>.</param>
/// <param name="Parallelism">Number of subtasks.</param>
/// <param name="MaxParallelism">Number of key groups.</param>
/// <param name="Inputs">The edges that lead to it, in the order of its inputs.</param>
/// <param name="Subtasks">State of each subtask.</param>
public sealed record JobVertexDetails(
    OperatorId Id, string Name, int Parallelism, int MaxParallelism, IReadOnlyList<JobVertexInput> Inputs, IReadOnlyList<TaskState> Subtasks)
{
    /// <summary>More about each subtask; nothing until the job is deployed.</summary>
    public IReadOnlyList<SubtaskDetails> Instances { get; init; } = [];
}
