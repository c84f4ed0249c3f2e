namespace SavepointCli.Engine.Web.Messages;

/// <summary>What a submission would do to the state of a snapshot.</summary>
/// <param name="JobName">Name of the job.</param>
/// <param name="Savepoint">The snapshot; null for a fresh start.</param>
/// <param name="Operators">Operators of the job, then those of the snapshot that no operator takes over.</param>
/// <param name="Problem">Why the submission would be refused, else null.</param>
internal sealed record PreviewAnswer(string JobName, string? Savepoint, IReadOnlyList<PreviewOperator> Operators, string? Problem);

/// <summary>What becomes of one operator.</summary>
/// <param name="Outcome"><c>restored</c>, <c>new</c> (starts without state) or <c>dropped</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Uid">Its uid, or null.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Parallelism">Number of subtasks in the job; null if it is dropped.</param>
/// <param name="StoredParallelism">Number of subtasks in the snapshot; null if it is not in there.</param>
/// <param name="Bytes">Bytes of its state in the snapshot.</param>
/// <param name="States">Names of its states in the snapshot.</param>
internal sealed record PreviewOperator(
    string Outcome, string Id, string? Uid, string? Name, int? Parallelism, int? StoredParallelism, long Bytes, IReadOnlyList<string> States);
