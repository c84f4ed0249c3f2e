using System.Text;
using SavepointCli.Testing.Http;

namespace SavepointCli.Tests.Transcripts;

/// <summary>Clusters that are not there, do not answer, or answer nonsense.</summary>
public sealed class FaultTests
{
    private const string Job = "00000000000000000000000000000abc";
    private const string Request = """{"request-id":"0123456789abcdef0123456789abcdef"}""";

    private static readonly string[] Impatient = ["-Drest.retry.delay=1", "-Drest.retry.max-attempts=1"];

    [Fact]
    public async Task A_refused_connection_is_retried_and_then_unreachable()
    {
        int port;
        await using (var gone = new ScriptedServer(_ => ServedAnswer.Hangup)) port = gone.Port;

        var run = await ToolRun.OfAsync(["list", "-m", $"127.0.0.1:{port}", .. Impatient]);

        run.ExitCode.Should().Be(ExitCode.Unreachable);
        run.Output.Should().Be("Waiting for response...\n");
        var refused = $"no cluster reached at http://127.0.0.1:{port}: connection refused";
        run.Error.Should().StartWith($"note: {refused}; trying again in 0.001 s (1 more)\nerror: {refused}\n");
    }

    [Fact]
    public async Task A_server_that_stays_silent_ends_with_the_request_timeout()
    {
        await using var server = new ScriptedServer(_ => ServedAnswer.Silence);

        var run = await ToolRun.OfAsync(["list", "--request-timeout", "500ms", "-m", server.Address, .. Impatient]);

        run.ExitCode.Should().Be(ExitCode.Unreachable);
        run.Error.Should().Contain($"error: http://{server.Address} did not answer GET /v1/jobs/overview within 0.5 s\n");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_wait_that_runs_out_has_a_code_of_its_own_and_leaves_the_operation_alone()
    {
        await using var server = Operation("""{"status":{"id":"IN_PROGRESS"},"operation":null}""");

        var run = await ToolRun.OfAsync("savepoint", "--timeout", "200ms", "-m", server.Address, Job);

        run.ExitCode.Should().Be(ExitCode.WaitTimedOut);
        run.Error.Should().StartWith($"error: savepoint of job {Job} not finished after 0.2 s\n  try: it goes on at the cluster");
        server.Requests.Select(request => request.Method).Distinct().Should().Equal("POST", "GET");
    }

    [Fact]
    public async Task Client_timeout_of_the_configuration_is_honoured()
    {
        await using var server = Operation("""{"status":{"id":"IN_PROGRESS"}}""");

        var run = await ToolRun.OfAsync("stop", "-Dclient.timeout=100 ms", "-m", server.Address, Job);

        run.ExitCode.Should().Be(ExitCode.WaitTimedOut);
    }

    [Theory]
    [InlineData("<html>bad gateway</html>", 502)]
    [InlineData("", 200)]
    [InlineData("{\"jobs\":", 200)]
    [InlineData("[]", 200)]
    [InlineData("null", 200)]
    [InlineData("{\"jobs\":[{\"jid\":\"xyz\",\"name\":\"n\",\"start-time\":1,\"state\":\"RUNNING\"}]}", 200)]
    [InlineData("{\"jobs\":[{\"jid\":7,\"name\":\"n\",\"start-time\":1,\"state\":\"RUNNING\"}]}", 200)]
    [InlineData("{\"jobs\":[{\"jid\":\"00000000000000000000000000000abc\",\"name\":\"n\",\"state\":\"RUNNING\"}]}", 200)]
    [InlineData("{\"jobs\":null}", 200)]
    public async Task An_answer_that_is_not_Flinks_is_asked_for_again_and_then_unreachable(string body, int status)
    {
        await using var server = new ScriptedServer(_ => ServedAnswer.Html(body, status));

        var run = await ToolRun.OfAsync(["list", "-m", server.Address, .. Impatient]);

        run.ExitCode.Should().Be(ExitCode.Unreachable);
        run.Error.Should().Contain($"error: http://{server.Address} answered GET /v1/jobs/overview with status {status} and ");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Endless_nesting_is_no_answer_either()
    {
        var body = new string('[', 1_000_000);
        await using var server = new ScriptedServer(_ => ServedAnswer.Html(body, 200));

        var run = await ToolRun.OfAsync(["list", "-m", server.Address, .. Impatient]);

        run.ExitCode.Should().Be(ExitCode.Unreachable);
    }

    [Fact]
    public async Task A_login_page_asks_for_credentials_at_once()
    {
        await using var server = new ScriptedServer(_ => ServedAnswer.Html("<html>log in</html>", 401));

        var run = await ToolRun.OfAsync("list", "-m", server.Address);

        run.ExitCode.Should().Be(ExitCode.Forbidden);
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_busy_cluster_is_asked_again()
    {
        var answers = new Queue<ServedAnswer>([
            ServedAnswer.Json("""{"errors":["Service temporarily unavailable due to an ongoing leader election. Please refresh."]}""", 503),
            ServedAnswer.Json("""{"jobs":[]}"""),
        ]);
        await using var server = new ScriptedServer(_ => answers.Dequeue());

        var run = await ToolRun.OfAsync(["list", "-m", server.Address, .. Impatient]);

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Output.Should().Be("Waiting for response...\nNo running jobs.\nNo scheduled jobs.\n");
    }

    [Fact]
    public async Task A_repeated_trigger_carries_the_same_id_so_that_it_cannot_run_twice()
    {
        var first = true;
        await using var server = new ScriptedServer(request =>
        {
            if (request.Method != "POST") return ServedAnswer.Json("""{"status":{"id":"COMPLETED"},"operation":{"location":"file:/sp"}}""");
            var lost = first;
            first = false;
            return lost ? ServedAnswer.Hangup : ServedAnswer.Json(Request);
        });

        var run = await ToolRun.OfAsync(["savepoint", "-m", server.Address, Job, .. Impatient]);

        run.ExitCode.Should().Be(ExitCode.Done);
        var triggers = server.Requests
            .Where(request => request.Method == "POST")
            .Select(request => Encoding.UTF8.GetString(request.Body))
            .ToList();
        triggers.Should().HaveCountGreaterThan(1).And.AllBe(triggers[0]);
    }

    [Fact]
    public async Task An_error_body_is_read_no_further_than_a_mebibyte()
    {
        var body = $$"""{"errors":["{{new string('x', 10 * 1024 * 1024)}}"]}""";
        await using var server = new ScriptedServer(_ => ServedAnswer.Json(body, 500));

        var run = await ToolRun.OfAsync("list", "-m", server.Address);

        run.ExitCode.Should().Be(ExitCode.Failed);
        run.Error.Should().Contain("with status 500 and more than 1048576 bytes");
        run.Error.Length.Should().BeLessThan(1000);
    }

    [Fact]
    public async Task An_answer_longer_than_the_configured_limit_is_not_read_to_its_end()
    {
        await using var server = new ScriptedServer(_ => ServedAnswer.Json($$"""{"jobs":[], "x":"{{new string('x', 5000)}}"}"""));

        var run = await ToolRun.OfAsync("list", "-Drest.client.max-content-length=1000", "-m", server.Address);

        run.ExitCode.Should().Be(ExitCode.Failed);
        run.Error.Should().Contain("more than 1000 bytes");
    }

    [Fact]
    public async Task A_completed_savepoint_without_location_is_a_failure_and_no_success()
    {
        await using var server = Operation("""{"status":{"id":"COMPLETED"},"operation":{}}""");

        var run = await ToolRun.OfAsync("savepoint", "-m", server.Address, Job);

        run.ExitCode.Should().Be(ExitCode.OperationFailed);
        run.Output.Should().NotContain("completed");
    }

    [Fact]
    public async Task An_interruption_ends_the_waiting_with_its_own_code()
    {
        using var interruption = new CancellationTokenSource();
        await using var server = new ScriptedServer(request =>
        {
            if (request.Method == "GET") interruption.Cancel();
            return ServedAnswer.Json(request.Method == "POST" ? Request : """{"status":{"id":"IN_PROGRESS"}}""");
        });

        string[] arguments = ["savepoint", "-m", server.Address, Job];
        var run = await ToolRun.WithCancellationAsync(new Dictionary<string, string>(), arguments, interruption.Token);

        run.ExitCode.Should().Be(ExitCode.Interrupted);
        run.Error.Should().StartWith("error: interrupted\n");
    }

    [Fact]
    public async Task Control_characters_in_a_job_name_do_not_reach_the_terminal()
    {
        await using var server = new ScriptedServer(_ => ServedAnswer.Json(
            """{"jobs":[{"jid":"00000000000000000000000000000abc","name":"a\u001b[2Jb\nc","start-time":0,"state":"RUNNING"}]}"""));

        var run = await ToolRun.OfAsync("list", "-r", "-m", server.Address);

        run.Output.Should().Contain("01.01.1970 00:00:00 : 00000000000000000000000000000abc : a?[2Jb?c (RUNNING)\n");
    }

    /// <summary>A cluster that accepts every trigger and gives the same answer to every question about it.</summary>
    private static ScriptedServer Operation(string status) =>
        new(request => ServedAnswer.Json(request.Method == "POST" ? Request : status));
}
