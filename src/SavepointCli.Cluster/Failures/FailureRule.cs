namespace SavepointCli.Cluster.Failures;

/// <summary>
/// What a failure of the cluster means for a script. Flink has no codes, so its class names and fixed phrases, which have been
/// the same since 1.16, are what there is to go by.
/// </summary>
/// <param name="Marker">Part of a class name or message anywhere in the chain.</param>
/// <param name="ExitCode">The code that stands for it.</param>
/// <param name="Hint">What to try.</param>
internal sealed record FailureRule(string Marker, ExitCode ExitCode, string Hint)
{
    private const string ListJobs = "savepointctl list -a shows the jobs that the cluster knows; one that has ended long ago is gone";
    private const string CheckPath = "check the path; it is the cluster that has to find it";

    /// <summary>The first rule that matches counts.</summary>
    private static readonly IReadOnlyList<FailureRule> Rules =
    [
        new("FlinkJobNotFoundException", ExitCode.NotFound, ListJobs),
        new("Could not find Flink job", ExitCode.NotFound, ListJobs),
        new("Job could not be found", ExitCode.NotFound, ListJobs),
        new("runtime.rest.NotFoundException", ExitCode.NotFound, ListJobs),
        new("has already reached another terminal state", ExitCode.OperationFailed, "there is nothing left to cancel"),
        new(
            "is not set. Property [",
            ExitCode.Usage,
            "name a target directory on the command line, or set execution.checkpointing.savepoint-dir for the cluster"),
        new("Cannot find checkpoint or savepoint file/directory", ExitCode.NotFound, CheckPath),
        new("Cannot find meta data file", ExitCode.NotFound, CheckPath),
        new("Unexpected magic number", ExitCode.Damaged, "savepointctl inspect PATH says more about what lies there"),
        new(
            "Cannot map checkpoint/savepoint state",
            ExitCode.Incompatible,
            "-n (--allowNonRestoredState) leaves the state behind that no operator claims"),
        new("max parallelism", ExitCode.Incompatible, "keep the max parallelism that the savepoint was taken with"),
        new("maximum parallelism", ExitCode.Incompatible, "keep the max parallelism that the savepoint was taken with"),
        new(
            "Not all required tasks are currently running",
            ExitCode.OperationFailed,
            "wait until all tasks of the job are running: savepointctl list"),
        new("Failed to create savepoint directory", ExitCode.OperationFailed, "name a directory that the cluster may write to"),
        new("was not found in the jar file", ExitCode.Usage, "name the entry class with -c CLASS"),
        new("Neither a 'Main-Class', nor a 'program-class'", ExitCode.Usage, "name the entry class with -c CLASS"),
        new("No jobs included in application", ExitCode.Usage, "the program has to execute a job"),
        new(
            "due to an ongoing leader election",
            ExitCode.Unreachable,
            "the JobManagers have not agreed on a leader yet; try again in a moment"),
        new("Not found: /v1/", ExitCode.Unsupported, "this version of Flink does not have the operation"),
        new("did not match expected format", ExitCode.Unsupported, "this version of Flink does not take all of these options"),
        new(
            "There is no savepoint operation with triggerId",
            ExitCode.NotFound,
            "the cluster keeps results for some minutes only: savepointctl list -a"),
    ];

    /// <summary>The rule for a chain of exceptions, or null.</summary>
    public static FailureRule? Find(IReadOnlyList<ServerCause> chain) => Rules.FirstOrDefault(rule => chain.Any(rule.Matches));

    /// <summary>Whether the marker is part of this exception.</summary>
    public bool Matches(ServerCause cause) =>
        cause.Message?.Contains(Marker, StringComparison.Ordinal) == true
        || cause.Class?.EndsWith(Marker, StringComparison.Ordinal) == true;
}
