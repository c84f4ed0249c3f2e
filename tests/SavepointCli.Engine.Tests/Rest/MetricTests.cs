using System.Globalization;
using System.Text.Json;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>What those who watch over a cluster ask for.</summary>
public sealed class MetricTests
{
    private const string JobHex = "54c1a3abc5a3f7ddb6dfff24f2377b75";
    private const string VertexHex = "b71731f1c0df9c3076c4a455334d0ad6";

    [Fact]
    public async Task Metrics_are_listed_by_name_and_given_by_value_when_they_are_asked_for()
    {
        await using var server = await ServerAsync();

        var names = await server.GetAsync($"/jobs/{JobHex}/metrics");
        var values = await server.GetAsync($"/jobs/{JobHex}/metrics?get=numberOfCompletedCheckpoints,nope,totalNumberOfCheckpoints");

        names.EnumerateArray().SelectMany(metric => metric.EnumerateObject()).Select(property => property.Name).Distinct().Should().Equal("id");
        values.GetRawText().Should().Be("""[{"id":"numberOfCompletedCheckpoints","value":"2"},{"id":"totalNumberOfCheckpoints","value":"4"}]""");
    }

    [Fact]
    public async Task Metrics_of_what_is_not_there_are_none()
    {
        await using var server = await ServerAsync();

        (await server.GetAsync("/jobs/00000000000000000000000000000abc/metrics")).GetRawText().Should().Be("[]");
        (await server.GetAsync($"/jobs/{JobHex}/vertices/00000000000000000000000000000abc/metrics")).GetRawText().Should().Be("[]");
    }

    [Fact]
    public async Task Metrics_of_subtasks_are_put_together_as_asked()
    {
        await using var server = await ServerAsync();

        var path = $"/jobs/{JobHex}/vertices/{VertexHex}/subtasks/metrics?get=numRecordsIn";
        (await server.GetAsync(path + "&agg=sum,avg")).GetRawText().Should().Be("""[{"id":"numRecordsIn","avg":0,"sum":0}]""");
        var all = (await server.GetAsync(path)).EnumerateArray().Single();
        all.EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo("id", "min", "max", "avg", "sum", "skew");
    }

    [Theory]
    [InlineData("/health/live", "alive\n")]
    [InlineData("/health/ready", "ready\n")]
    public async Task A_server_that_answers_says_so(string path, string text)
    {
        await using var server = await ServerAsync();

        var (type, body) = await TextAsync(server, path);

        type.Should().Be("text/plain");
        body.Should().Be(text);
    }

    [Fact]
    public async Task Prometheus_gets_every_number_with_its_job_and_task()
    {
        await using var server = await ServerAsync();

        var (type, text) = await TextAsync(server, "/metrics");

        type.Should().Be("text/plain");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().Contain($"flink_jobmanager_job_numberOfCompletedCheckpoints{{job_id=\"{JobHex}\",job_name=\"web job\"}} 2");
        lines.Should().Contain($"flink_jobmanager_job_RunningState{{job_id=\"{JobHex}\",job_name=\"web job\"}} 1");
        lines.Should().Contain(line => line.StartsWith("flink_taskmanager_job_task_numRecordsIn{", StringComparison.Ordinal) && line.Contains(VertexHex));
        lines.Where(line => !line.StartsWith('#')).Select(line => double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)).Should().OnlyContain(value => value >= -1);
        lines.Where(line => line.StartsWith('#')).Should().OnlyHaveUniqueItems("each metric has one head");
        text.Should().NotContain("ExternalPath");
    }

    [Fact]
    public async Task Subtasks_and_attempts_that_are_not_there_are_named()
    {
        await using var server = await ServerAsync();

        (await FirstErrorAsync(server, $"/jobs/{JobHex}/vertices/{VertexHex}/subtasks/99")).Should()
            .Be($"org.apache.flink.runtime.rest.handler.RestHandlerException: Invalid subtask index for vertex {VertexHex}");
        (await FirstErrorAsync(server, $"/jobs/{JobHex}/vertices/{JobHex}")).Should()
            .Be($"org.apache.flink.runtime.rest.NotFoundException: JobVertex {JobHex} not found");
        (await FirstErrorAsync(server, "/jobs/metrics?get=x&agg=bogus")).Should().Contain("Cannot resolve query parameter (agg) from value \"bogus\".");
        (await FirstErrorAsync(server, "/taskmanagers/nope")).Should().Be("Internal server error.");
    }

    private static async Task<RunningServer> ServerAsync()
    {
        var server = await RunningServer.StartAsync();
        server.Cluster.Add(SampleJobs.Running(JobHex));
        return server;
    }

    private static async Task<(string? Type, string Body)> TextAsync(RunningServer server, string path)
    {
        using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> FirstErrorAsync(RunningServer server, string path)
    {
        var (_, body) = await TextAsync(server, path);
        using var document = JsonDocument.Parse(body);
        return Recording.FirstLines(document.RootElement).First();
    }
}
