namespace SavepointCli.Engine.Web.Messages;

/// <summary>The list of jobs.</summary>
/// <param name="Now">Time of the answer, milliseconds since 1970.</param>
/// <param name="Jobs">All jobs, the latest first.</param>
internal sealed record JobsAnswer(long Now, IReadOnlyList<JobRow> Jobs);

/// <summary>A job in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Its state in Flink's words.</param>
/// <param name="Start">When it was submitted, milliseconds since 1970.</param>
/// <param name="End">When it ended; null while it runs.</param>
/// <param name="Parallelism">Largest parallelism of its operators.</param>
/// <param name="Tasks">Number of subtasks.</param>
/// <param name="RunningTasks">Number of subtasks that run.</param>
internal sealed record JobRow(string Id, string Name, string State, long Start, long? End, int Parallelism, int Tasks, int RunningTasks);
