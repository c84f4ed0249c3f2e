using System.Net;
using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>Triggers, their ids and what is answered about them later.</summary>
public sealed class AsyncOperationTests
{
    private const string JobHex = "54c1a3abc5a3f7ddb6dfff24f2377b75";
    private const string Trigger = "aabbccddeeff00112233445566778899";

    [Fact]
    public async Task A_savepoint_goes_from_in_progress_to_its_location()
    {
        await using var server = await StartAsync();
        var outcome = new TaskCompletionSource<string>();
        server.Cluster.Savepoint = () => outcome.Task;

        var (status, answer) = await server.PostAsync($"/jobs/{JobHex}/savepoints", """{"target-directory":"/sp","formatType":"NATIVE","cancel-job":true}""");
        status.Should().Be(HttpStatusCode.Accepted);
        var path = $"/jobs/{JobHex}/savepoints/{answer.GetProperty("request-id").GetString()}";
        var waiting = await server.GetAsync(path);
        outcome.SetResult("file:/sp/savepoint-54c1a3-0123456789ab");
        var operation = await server.CompletedAsync(path);

        waiting.GetRawText().Should().Be("""{"status":{"id":"IN_PROGRESS"},"operation":null}""");
        operation.GetRawText().Should().Be("""{"location":"file:/sp/savepoint-54c1a3-0123456789ab"}""");
        server.Cluster.Calls.Should().Equal("savepoint /sp Native cancel=True");
    }

    [Fact]
    public async Task A_known_trigger_id_never_starts_anything_again()
    {
        await using var server = await StartAsync();
        var body = $$"""{"target-directory":"/sp","triggerId":"{{Trigger}}"}""";

        for (var i = 0; i < 3; i++)
        {
            var (status, answer) = await server.PostAsync($"/v1/jobs/{JobHex}/savepoints", body);
            status.Should().Be(HttpStatusCode.Accepted);
            answer.GetProperty("request-id").GetString().Should().Be(Trigger);
            await server.CompletedAsync($"/jobs/{JobHex}/savepoints/{Trigger}");
        }

        // Stopping shares the table; upper case is the same id.
        await server.PostAsync($"/jobs/{JobHex}/stop", $$"""{"targetDirectory":"/other","triggerId":"{{Trigger.ToUpperInvariant()}}"}""");

        server.Cluster.Calls.Should().Equal("savepoint /sp Canonical cancel=False");
    }

    [Fact]
    public async Task Many_clients_that_send_one_id_at_once_start_one_operation()
    {
        await using var server = await StartAsync();
        var body = $$"""{"target-directory":"/sp","triggerId":"{{Trigger}}"}""";

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => server.PostAsync($"/jobs/{JobHex}/savepoints", body)));
        await server.CompletedAsync($"/jobs/{JobHex}/savepoints/{Trigger}");

        server.Cluster.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task A_result_is_forgotten_after_the_store_duration_and_the_id_is_free_again()
    {
        await using var server = await StartAsync();
        var body = $$"""{"target-directory":"/sp","triggerId":"{{Trigger}}"}""";
        var path = $"/jobs/{JobHex}/savepoints/{Trigger}";
        await server.PostAsync($"/jobs/{JobHex}/savepoints", body);
        await server.CompletedAsync(path);

        server.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        await server.GetAsync(path);
        server.Time.Advance(TimeSpan.FromMilliseconds(1));
        var (status, answer) = await server.SendAsync(HttpMethod.Get, path);
        await server.PostAsync($"/jobs/{JobHex}/savepoints", body);

        status.Should().Be(HttpStatusCode.NotFound);
        Recording.FirstLines(answer).Should().Equal(
            "org.apache.flink.runtime.rest.handler.RestHandlerException: "
            + $"There is no savepoint operation with triggerId={Trigger} for job {JobHex}.");
        server.Cluster.Calls.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_operation_in_progress_is_never_forgotten()
    {
        await using var server = await StartAsync();
        server.Cluster.Savepoint = () => new TaskCompletionSource<string>().Task;
        await server.PostAsync($"/jobs/{JobHex}/savepoints", $$"""{"target-directory":"/sp","triggerId":"{{Trigger}}"}""");

        server.Time.Advance(TimeSpan.FromDays(2));

        (await server.GetAsync($"/jobs/{JobHex}/savepoints/{Trigger}")).GetProperty("status").GetProperty("id").GetString().Should().Be("IN_PROGRESS");
    }

    [Fact]
    public async Task A_failure_carries_class_text_and_a_stream_that_Java_clients_can_read()
    {
        await using var server = await StartAsync();
        server.Cluster.Savepoint = () => throw new JobOperationException(
            ExitCode.OperationFailed,
            "org.apache.flink.runtime.checkpoint.CheckpointException",
            "An Exception occurred while triggering the checkpoint. IO-problem detected.",
            inner: new IOException("Failed to create savepoint directory at file:/proc/nope"));

        await server.PostAsync($"/jobs/{JobHex}/savepoints", $$"""{"target-directory":"/proc/nope","triggerId":"{{Trigger}}"}""");
        var cause = (await server.CompletedAsync($"/jobs/{JobHex}/savepoints/{Trigger}")).GetProperty("failure-cause");

        cause.GetProperty("class").GetString().Should().Be("java.util.concurrent.CompletionException");
        var recorded = Recording.Load("2.2.1", "savepoint-unwritable-completed").Answer.GetProperty("operation").GetProperty("failure-cause");
        Lines(cause).Where(line => !line.StartsWith('\t')).Should().Equal(Lines(recorded).Where(line => !line.StartsWith('\t')));
        var stream = cause.GetProperty("serialized-throwable").GetBytesFromBase64();
        stream.AsSpan(0, 4).ToArray().Should().Equal(0xAC, 0xED, 0x00, 0x05);

        static string[] Lines(System.Text.Json.JsonElement cause) => cause.GetProperty("stack-trace").GetString()!.Split('\n');
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_reported_by_the_status_and_not_by_the_trigger()
    {
        await using var server = await StartAsync();
        const string unknown = "00000000000000000000000000000abc";

        foreach (var (trigger, body) in new[] { ("savepoints", """{"target-directory":"/sp"}"""), ("stop", """{"targetDirectory":"/sp"}""") })
        {
            var (status, answer) = await server.PostAsync($"/jobs/{unknown}/{trigger}", body);
            var operation = await server.CompletedAsync($"/jobs/{unknown}/savepoints/{answer.GetProperty("request-id").GetString()}");

            status.Should().Be(HttpStatusCode.Accepted);
            operation.GetProperty("failure-cause").GetProperty("stack-trace").GetString().Should().Contain(
                $"Caused by: org.apache.flink.runtime.messages.FlinkJobNotFoundException: Could not find Flink job ({unknown})\n");
        }
    }

    [Fact]
    public async Task Stopping_reads_its_own_spelling_of_the_directory_and_passes_drain_on()
    {
        await using var server = await StartAsync();

        var (_, answer) = await server.PostAsync($"/jobs/{JobHex}/stop", """{"targetDirectory":"/sp","drain":true,"unknown":1}""");
        await server.CompletedAsync($"/jobs/{JobHex}/savepoints/{answer.GetProperty("request-id").GetString()}");

        server.Cluster.Calls.Should().Equal("stop /sp Canonical drain=True");
    }

    [Fact]
    public async Task A_directory_that_is_a_number_is_taken_as_its_text()
    {
        await using var server = await StartAsync();

        var (_, answer) = await server.PostAsync($"/jobs/{JobHex}/savepoints", """{"target-directory":123,"cancel-job":null}""");
        await server.CompletedAsync($"/jobs/{JobHex}/savepoints/{answer.GetProperty("request-id").GetString()}");

        server.Cluster.Calls.Should().Equal("savepoint 123 Canonical cancel=False");
    }

    [Fact]
    public async Task A_checkpoint_is_answered_with_its_id_in_camel_case()
    {
        await using var server = await StartAsync();

        var (status, answer) = await server.PostAsync($"/jobs/{JobHex}/checkpoints", """{"checkpointType":"FULL","triggerId":null}""");
        var operation = await server.CompletedAsync($"/jobs/{JobHex}/checkpoints/{answer.GetProperty("request-id").GetString()}");

        status.Should().Be(HttpStatusCode.Accepted);
        operation.GetRawText().Should().Be("""{"checkpointId":7}""");
    }

    [Fact]
    public async Task A_disposal_is_answered_with_200_and_ends_with_an_empty_object()
    {
        await using var server = await StartAsync();

        var (status, answer) = await server.PostAsync("/savepoint-disposal", """{"savepoint-path":"/sp/savepoint-1"}""");
        var operation = await server.CompletedAsync($"/savepoint-disposal/{answer.GetProperty("request-id").GetString()}");

        status.Should().Be(HttpStatusCode.OK);
        operation.GetRawText().Should().Be("{}");
        server.Cluster.Calls.Should().Equal("dispose /sp/savepoint-1");
    }

    [Fact]
    public async Task A_disposal_that_fails_names_the_cause_unwrapped()
    {
        await using var server = await StartAsync();
        server.Cluster.Dispose = () => throw new JobOperationException(
            ExitCode.NotFound, "org.apache.flink.util.FlinkException", "Could not dispose savepoint /none.",
            inner: new FileNotFoundException("Cannot find checkpoint or savepoint file/directory '/none' on file system 'file'."));

        var (_, answer) = await server.PostAsync("/savepoint-disposal", """{"savepoint-path":"/none"}""");
        var cause = (await server.CompletedAsync($"/savepoint-disposal/{answer.GetProperty("request-id").GetString()}")).GetProperty("failure-cause");

        cause.GetProperty("class").GetString().Should().Be("org.apache.flink.util.FlinkException");
        cause.GetProperty("stack-trace").GetString().Should().Be(
            "org.apache.flink.util.FlinkException: Could not dispose savepoint /none.\n"
            + "Caused by: java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '/none' on file system 'file'.\n");
    }

    private static async Task<RunningServer> StartAsync()
    {
        var server = await RunningServer.StartAsync();
        server.Cluster.Add(SampleJobs.Running(JobHex));
        return server;
    }
}
