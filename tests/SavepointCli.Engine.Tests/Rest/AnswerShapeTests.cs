using System.Text.Json;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>Our answers have the fields and types that real clusters gave, and none that neither version has.</summary>
public sealed class AnswerShapeTests
{
    private const string JobHex = "54c1a3abc5a3f7ddb6dfff24f2377b75";
    private const string VertexHex = "b71731f1c0df9c3076c4a455334d0ad6";
    private static readonly string[] Versions = ["1.20.5", "2.2.1"];

    /// <summary>Fields that describe where on a JVM something happened, or values that only the recorded program produced.</summary>
    private static readonly string[] NotOurs =
    [
        ".exceptionHistory.entries[].taskName", ".exceptionHistory.entries[].endpoint", ".exceptionHistory.entries[].location",
        ".exceptionHistory.entries[].taskManagerId", ".exceptionHistory.entries[].concurrentExceptions[]", ".all-exceptions[]",
        ".user-task-accumulators[]", ".logs[]", ".aggregated.status-duration.SCHEDULED", ".subtasks[].status-duration.SCHEDULED", ".status-duration.SCHEDULED",
        ".taskmanagers[].aggregated.status-duration.SCHEDULED", ".job-execution-result.accumulator-results.", ".execution-config.user-config.", ".history[].savepointFormat: Null",
    ];

    public static TheoryData<string, string, string> Answers() => new()
    {
        { "/config", "running", "config" },
        { "/overview", "running", "overview" },
        { "/jobs", "running", "jobs" },
        { "/jobs/overview", "running", "jobs-overview" },
        { $"/jobs/{JobHex}", "running", "job" },
        { $"/jobs/{JobHex}", "failed", "job-failed" },
        { $"/jobs/{JobHex}", "finished", "job-finished" },
        { $"/jobs/{JobHex}", "canceled", "job-canceled" },
        { $"/jobs/{JobHex}/status", "running", "job-status" },
        { $"/jobs/{JobHex}/plan", "running", "job-plan" },
        { $"/jobs/{JobHex}/config", "running", "job-config" },
        { $"/jobs/{JobHex}/exceptions", "running", "job-exceptions" },
        { $"/jobs/{JobHex}/exceptions", "failed", "job-failed-exceptions" },
        { $"/jobs/{JobHex}/execution-result", "running", "job-execution-result" },
        { $"/jobs/{JobHex}/checkpoints", "running", "job-checkpoints" },
        { $"/jobs/{JobHex}/checkpoints", "first-savepoint", "more-progress-2-statistics" },
        { $"/jobs/{JobHex}/checkpoints/config", "running", "job-checkpoints-config" },
        { $"/jobs/{JobHex}/checkpoints/details/2", "running", "job-checkpoint-details-savepoint" },
        { $"/jobs/{JobHex}/checkpoints/details/1", "running", "job-checkpoint-details" },
        { "/jobmanager/config", "running", "b-jobmanager-config" },
        { $"/jobs/{JobHex}/accumulators", "running", "job-accumulators" },
        { $"/jobs/{JobHex}/vertices/{VertexHex}", "running", "job-vertex" },
        { $"/jobs/{JobHex}/vertices/{VertexHex}/taskmanagers", "running", "job-vertex-taskmanagers" },
        { $"/jobs/{JobHex}/vertices/{VertexHex}/backpressure", "running", "job-vertex-backpressure" },
        { $"/jobs/{JobHex}/vertices/{VertexHex}/flamegraph", "running", "job-vertex-flamegraph" },
        { $"/jobs/{JobHex}/vertices/{VertexHex}/subtasks/0/attempts/0", "running", "job-vertex-subtasks-0-attempts-0" },
        { $"/jobs/{JobHex}/vertices/{VertexHex}/subtasks/0/attempts/0/accumulators", "running", "job-vertex-subtasks-0-attempts-0-accumulators" },
        { $"/jobs/{JobHex}/metrics?get=numRestarts", "running", "job-metrics-get" },
        { $"/jobs/metrics?get=numberOfCompletedCheckpoints&agg=sum", "running", "jobs-metrics-agg" },
        { "/jobs/metrics", "running", "jobs-metrics-list" },
        { "/jobmanager/metrics", "running", "jobmanager-metrics-list" },
        { "/jobmanager/logs", "running", "jobmanager-logs" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_has_the_shape_that_Flink_gave(string path, string state, string recording)
    {
        await using var server = await RunningServer.StartAsync();
        server.Cluster.Add(JobIn(state));
        var ours = JsonShape.Of(await server.GetAsync(path));

        foreach (var version in Versions)
        {
            var theirs = JsonShape.Of(Recording.Load(version, recording).Answer);
            theirs.Except(ours).Where(IsOurs).Where(line => !CoveredByUnion(line, ours)).Should().BeEmpty($"{version} gives them");
        }

        var known = Versions.SelectMany(version => JsonShape.Of(Recording.Load(version, recording).Answer)).ToHashSet();
        ours.Except(known).Where(line => !OptionalElsewhere.Any(line.StartsWith)).Should().BeEmpty("no version gives them");
    }

    [Theory]
    [InlineData("2.2.1", "job-failed-execution-result", "failed")]
    [InlineData("1.20.5", "job-canceled-execution-result", "canceled")]
    [InlineData("1.20.5", "job-finished-execution-result", "finished")]
    public async Task The_result_of_a_job_that_ended_has_the_shape_that_Flink_gave(string version, string recording, string state)
    {
        await using var server = await RunningServer.StartAsync();
        server.Cluster.Add(JobIn(state));

        var ours = await server.GetAsync($"/jobs/{JobHex}/execution-result");

        var theirs = Recording.Load(version, recording).Answer;
        JsonShape.Of(ours).Should().BeEquivalentTo(JsonShape.Of(theirs).Where(IsOurs));
        ours.GetProperty("job-execution-result").GetProperty("application-status").GetString()
            .Should().Be(theirs.GetProperty("job-execution-result").GetProperty("application-status").GetString());
    }

    [Theory]
    [InlineData($"/jobs/{JobHex}/checkpoints/details/2/subtasks/{VertexHex}", "job-checkpoint-subtasks")]
    [InlineData($"/jobs/{JobHex}/vertices/{VertexHex}/subtasktimes", "job-vertex-subtasktimes")]
    [InlineData($"/jobs/{JobHex}/vertices/{VertexHex}/accumulators", "job-vertex-accumulators")]
    [InlineData($"/jobs/{JobHex}/vertices/{VertexHex}/subtasks/accumulators", "job-vertex-subtasks-accumulators")]
    [InlineData($"/jobs/{JobHex}/vertices/{VertexHex}/subtasks/0", "job-vertex-subtasks-0")]
    [InlineData("/taskmanagers/embedded", "taskmanager-details")]
    [InlineData("/datasets", "datasets")]
    public async Task An_answer_that_one_version_was_asked_for_has_all_that_it_gave(string path, string recording)
    {
        await using var server = await RunningServer.StartAsync();
        server.Cluster.Add(JobIn("running"));

        var ours = JsonShape.Of(await server.GetAsync(path));

        var theirs = JsonShape.Of(Recording.Load("2.2.1", recording).Answer);
        theirs.Except(ours).Where(IsOurs).Where(line => !line.EndsWith(": String", StringComparison.Ordinal) || !line.Contains(".summary.", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public async Task The_task_manager_has_the_shape_that_Flink_gave()
    {
        await using var server = await RunningServer.StartAsync();

        var ours = await server.GetAsync("/taskmanagers");

        JsonShape.Of(ours).Should().BeEquivalentTo(JsonShape.Of(Recording.Load("2.2.1", "taskmanagers").Answer));
    }

    [Fact]
    public async Task Every_route_exists_with_and_without_version_prefix()
    {
        await using var server = await RunningServer.StartAsync();
        server.Cluster.Add(JobIn("running"));

        foreach (var path in Answers().Select(row => (string)row[0]).Where(path => !path.Contains("taskmanagers", StringComparison.Ordinal)))
        {
            var plain = await server.GetAsync(path);
            var prefixed = await server.GetAsync("/v1" + path);
            prefixed.GetRawText().Should().Be(plain.GetRawText());
        }
    }

    [Fact]
    public async Task The_plan_lists_consumers_first_and_chains_as_trees()
    {
        await using var server = await RunningServer.StartAsync();
        server.Cluster.Add(JobIn("running"));

        var nodes = (await server.GetAsync($"/jobs/{JobHex}/plan")).GetProperty("plan").GetProperty("nodes");

        var theirs = Recording.Load("1.20.5", "job-plan").Answer.GetProperty("plan").GetProperty("nodes");
        JsonElement.DeepEquals(nodes, theirs).Should().BeTrue($"{nodes} was expected to be {theirs}");
    }

    [Fact]
    public void Quantiles_are_those_of_Flink()
    {
        var samples = Recording.Load("2.2.1", "job-checkpoints").Answer;
        var sizes = new long[] { 5482, 5482 }.Concat(Enumerable.Repeat(7130L, 10));

        var ours = SavepointCli.Engine.Rest.Messages.StatsSummary.Of(sizes);

        var theirs = samples.GetProperty("summary").GetProperty("state_size");
        ours.Min.Should().Be(theirs.GetProperty("min").GetInt64());
        ours.P50.Should().Be(theirs.GetProperty("p50").GetDouble());
        ours.P90.Should().Be(theirs.GetProperty("p90").GetDouble());
    }

    /// <summary>What stands in the answers of some situations only, so that one recording need not have it.</summary>
    private static readonly string[] OptionalElsewhere =
    [
        ".latest.restored", ".latest.failed", ".latest.savepoint", ".latest.completed", ".history[]", ": Array",
        ".exceptionHistory.entries[].failureLabels", ".exceptionHistory.entries[].taskName", "[]",
    ];

    private static bool IsOurs(string line) => !NotOurs.Any(line.StartsWith);

    /// <summary>Null in their answer where ours has the object, and the other way round, is a matter of the job's history.</summary>
    private static bool CoveredByUnion(string line, HashSet<string> ours) =>
        line.EndsWith(": Null", StringComparison.Ordinal) && ours.Any(other => other.StartsWith(line[..line.IndexOf(": ", StringComparison.Ordinal)], StringComparison.Ordinal))
        || line.Contains(".summary.", StringComparison.Ordinal) && line.EndsWith(": String", StringComparison.Ordinal);

    private static Engine.Jobs.JobDetails JobIn(string state) => state switch
    {
        "running" => SampleJobs.Running(JobHex),
        "first-savepoint" => SampleJobs.TakingItsFirstSavepoint(JobHex),
        "finished" => SampleJobs.Finished(JobHex),
        "canceled" => SampleJobs.Canceled(JobHex),
        _ => SampleJobs.Failed(JobHex),
    };
}
