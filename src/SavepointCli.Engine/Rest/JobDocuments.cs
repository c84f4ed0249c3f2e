using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest;

/// <summary>Puts a job into the documents that show it.</summary>
internal static class JobDocuments
{
    /// <summary>Time of what has not happened yet.</summary>
    private const long NotYet = -1;

    private const string JobType = "STREAMING";
    private const string ExecutionMode = "PIPELINED";
    private const string Exchange = "pipelined_bounded";

    /// <summary>A row of the overview.</summary>
    public static JobRow Row(JobOverview job, DateTimeOffset now) => new(
        job.Id.ToString(),
        job.Name,
        Milliseconds(job.StartTime),
        Milliseconds(job.EndTime),
        Duration(job, now),
        JobStates.Name(job.Status),
        Milliseconds(job.LastModification),
        JobStates.OverviewCounts(job.Tasks),
        PendingOperators: 0);

    /// <summary>The job with vertices and plan.</summary>
    public static JobAnswer Job(JobDetails job, DateTimeOffset now) => new(
        job.Overview.Id.ToString(),
        job.Overview.Name,
        IsStoppable: false,
        JobStates.Name(job.Overview.Status),
        JobType,
        Milliseconds(job.Overview.StartTime),
        Milliseconds(job.Overview.EndTime),
        Duration(job.Overview, now),
        new EngineConfiguration(job.Configuration).Get(EngineOptions.MaxParallelism),
        Milliseconds(now),
        JobStates.Timestamps(job.StatusTimestamps),
        [.. job.Vertices.Select(vertex => Vertex(job, vertex, now))],
        JobStates.Counts(job.Vertices.Select(vertex => JobStates.Aggregate(vertex.Subtasks))),
        Plan(job),
        PendingOperators: 0);

    /// <summary>The plan; Flink lists consumers before their producers.</summary>
    public static PlanDocument Plan(JobDetails job) => new(
        job.Overview.Id.ToString(), job.Overview.Name, JobType, [.. job.Vertices.Reverse().Select(Node)]);

    /// <summary>The job's settings.</summary>
    public static JobConfigAnswer Config(JobDetails job)
    {
        var configuration = new EngineConfiguration(job.Configuration);
        var strategy = configuration.Get(RestartOptions.Strategy);
        return new JobConfigAnswer(job.Overview.Id.ToString(), job.Overview.Name, new ExecutionConfigAnswer(
            ExecutionMode,
            strategy ?? "Cluster level default restart strategy",
            configuration.Get(EngineOptions.DefaultParallelism),
            ObjectReuseMode: false,
            new Dictionary<string, string>()));
    }

    /// <summary>What made the job fail.</summary>
    /// <param name="job">The job.</param>
    /// <param name="maxExceptions">Most entries of the history.</param>
    public static ExceptionsAnswer Exceptions(JobDetails job, int maxExceptions)
    {
        if (job.Failures is not [var latest, ..])
        {
            return new ExceptionsAnswer(null, null, [], Truncated: false, new ExceptionHistory([], Truncated: false));
        }

        var root = Exception(latest);
        ExceptionEntry[] entries = [.. job.Failures.Take(Math.Max(maxExceptions, 0)).Select(Exception)];
        return new ExceptionsAnswer(
            root.Stacktrace, root.Timestamp, [], Truncated: false, new ExceptionHistory(entries, entries.Length < job.Failures.Count));
    }

    private static ExceptionEntry Exception(JobFailure failure)
    {
        var throwable = JavaThrowable.From(failure.Cause);
        return new ExceptionEntry(
            throwable.ClassName, throwable.StackTrace, Milliseconds(failure.At), new Dictionary<string, string>(), [])
        {
            TaskName = failure.Task,
        };
    }

    /// <summary>How the job ended, if it has.</summary>
    public static ExecutionResultAnswer Result(JobDetails job)
    {
        if (!JobStates.IsTerminal(job.Overview.Status))
        {
            return new ExecutionResultAnswer(QueueStatus.InProgress, null);
        }

        var failed = job.Overview.Status == JobStatus.Failed;
        var cause = failed ? FailureCause.Of(CauseOf(job)) : null;
        var end = job.Overview.EndTime ?? job.Overview.LastModification;
        return new ExecutionResultAnswer(QueueStatus.Completed, new JobExecutionResult(
            job.Overview.Id.ToString(),
            job.Overview.Status == JobStatus.Finished ? "SUCCEEDED" : JobStates.Name(job.Overview.Status),
            new Dictionary<string, string>(),
            Milliseconds(end) - Milliseconds(job.Overview.StartTime),
            cause));
    }

    /// <summary>Milliseconds since 1970; -1 for what has not happened.</summary>
    public static long Milliseconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds() ?? NotYet;

    private static JavaThrowable CauseOf(JobDetails job) => job.Failure is { } failure
        ? JavaThrowable.From(failure)
        : new JavaThrowable(JavaNames.FlinkException, $"Job {job.Overview.Id} failed.");

    private static VertexAnswer Vertex(JobDetails job, JobVertexDetails vertex, DateTimeOffset now)
    {
        var started = job.StatusTimestamps.TryGetValue(JobStatus.Running, out var running) ? running : (DateTimeOffset?)null;
        return new VertexAnswer(
            vertex.Id.ToString(),
            SlotSharingGroup(job),
            vertex.Name,
            vertex.MaxParallelism,
            vertex.Parallelism,
            JobStates.Name(JobStates.Aggregate(vertex.Subtasks)),
            Milliseconds(started),
            Milliseconds(job.Overview.EndTime),
            started is { } start ? Milliseconds(job.Overview.EndTime ?? now) - Milliseconds(start) : NotYet,
            JobStates.Counts(vertex.Subtasks),
            IoMetrics.Of(vertex.Instances));
    }

    /// <summary>All vertices share one group, whose id in Flink is random: the job's id serves as well.</summary>
    private static string SlotSharingGroup(JobDetails job) => job.Overview.Id.ToString();

    private static PlanNode Node(JobVertexDetails vertex)
    {
        PlanInput[]? inputs = vertex.Inputs.Count == 0
            ? null
            : [.. vertex.Inputs.Select((input, index) => new PlanInput(index, input.Source.ToString(), input.ShipStrategy, Exchange))];
        return new PlanNode(
            vertex.Id.ToString(),
            vertex.Parallelism,
            Operator: "",
            OperatorStrategy: "",
            Description(vertex.Name),
            inputs,
            new EmptyRequestBody());
    }

    /// <summary>The chain as a tree of HTML lines, as the web page shows it.</summary>
    private static string Description(string chain)
    {
        const string arrow = " -> ";
        const int indent = 3;
        var lines = chain.Split(arrow).Select((name, depth) =>
            depth == 0 ? $"{name}<br/>" : $"{new string(' ', (depth - 1) * indent)}+- {name}<br/>");
        return string.Concat(lines);
    }

    private static long Duration(JobOverview job, DateTimeOffset now) => Milliseconds(job.EndTime ?? now) - Milliseconds(job.StartTime);
}
