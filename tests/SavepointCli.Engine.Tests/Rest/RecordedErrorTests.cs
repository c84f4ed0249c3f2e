using System.Net;
using System.Text.RegularExpressions;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>Requests that a real cluster refused, sent to ours: same status, same number of errors, same first lines.</summary>
public sealed partial class RecordedErrorTests
{
    private const string UnknownJob = "00000000000000000000000000000abc";

    [Theory]
    [InlineData("b-nodir-savepoint")]
    [InlineData("b-nodir-savepoint-wrong-field")]
    [InlineData("b-nodir-stop")]
    [InlineData("checkpoint-BOGUS-trigger")]
    [InlineData("checkpoint-INCREMENTAL-trigger")]
    [InlineData("checkpoint-lower-full-trigger")]
    [InlineData("checkpoint-status-as-savepoint")]
    [InlineData("cluster-shutdown-get")]
    [InlineData("err-checkpoint-details-text")]
    [InlineData("err-checkpoint-details-unknown")]
    [InlineData("err-disposal-empty-body")]
    [InlineData("err-disposal-missing-field")]
    [InlineData("err-disposal-null-field")]
    [InlineData("err-disposal-status-malformed-trigger")]
    [InlineData("err-get-with-garbage-body")]
    [InlineData("err-job-id-too-long")]
    [InlineData("err-job-malformed-id")]
    [InlineData("err-job-unknown-checkpoints")]
    [InlineData("err-job-unknown-config")]
    [InlineData("err-job-unknown-exceptions")]
    [InlineData("err-job-unknown-execution-result")]
    [InlineData("err-job-unknown-status")]
    [InlineData("err-method-bogus")]
    [InlineData("err-method-delete-job")]
    [InlineData("err-method-get-disposal")]
    [InlineData("err-method-get-savepoints")]
    [InlineData("err-method-get-stop")]
    [InlineData("err-method-head")]
    [InlineData("err-method-post-jars")]
    [InlineData("err-method-post-overview")]
    [InlineData("err-patch-bad-mode")]
    [InlineData("err-patch-mode-stop")]
    [InlineData("err-patch-unknown-job")]
    [InlineData("err-savepoint-wrong-type")]
    [InlineData("err-stop-invalid-json")]
    [InlineData("err-unknown-path")]
    [InlineData("err-unknown-path-nested")]
    [InlineData("jar-delete-unknown")]
    [InlineData("jar-plan-unknown")]
    [InlineData("jar-run-unknown-jar")]
    [InlineData("jar-run-unknown-jar-uuid")]
    [InlineData("jars-upload-empty")]
    [InlineData("job-finished-cancel")]
    [InlineData("savepoint-status-other-job")]
    [InlineData("versions-unknown-prefix")]
    public async Task A_request_that_Flink_refused_is_refused_in_the_same_words(string name)
    {
        var recording = Recording.Load("1.20.5", name);
        await using var server = await RunningServer.StartAsync(
            name.StartsWith("b-", StringComparison.Ordinal) ? [] : [("state.savepoints.dir", "file:///savepoints")]);
        foreach (var id in JobIds().Matches(recording.Path).Select(match => match.Groups[1].Value).Where(id => id != UnknownJob && !name.Contains("too-long")))
        {
            server.Cluster.Add(name == "job-finished-cancel" ? SampleJobs.Finished(id) : SampleJobs.Running(id));
        }

        var (status, answer) = await server.SendAsync(new HttpMethod(recording.Method), recording.Path, recording.Body);

        ((int)status).Should().Be(recording.Status);
        Recording.FirstLines(answer).Select(WithoutDirectory).Should().Equal(Recording.FirstLines(recording.Answer).Select(WithoutDirectory));
        SecondLines(answer).Should().Equal(SecondLines(recording.Answer));
    }

    [Theory]
    [InlineData("err-double-slash")]
    [InlineData("err-trailing-slash")]
    [InlineData("err-query-junk")]
    public async Task A_request_that_Flink_tolerated_is_tolerated(string name)
    {
        var recording = Recording.Load("2.2.1", name);
        await using var server = await RunningServer.StartAsync();

        var (status, answer) = await server.SendAsync(new HttpMethod(recording.Method), recording.Path, recording.Body);

        ((int)status).Should().Be(recording.Status);
        JsonShape.Of(answer).Should().BeEquivalentTo(JsonShape.Of(recording.Answer));
    }

    [Fact]
    public async Task A_body_that_announces_too_much_is_refused_without_being_read()
    {
        await using var server = await RunningServer.StartAsync(("rest.server.max-content-length", "1000"));

        var answer = await server.ExchangeHeadAsync(
            $"POST /v1/jobs/{UnknownJob}/savepoints HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n");

        answer.Should().StartWith("HTTP/1.1 413 ").And.Contain("Content-Length: 0").And.NotContain("application/json");
    }

    [Fact]
    public async Task A_chunked_body_that_grows_too_large_is_refused()
    {
        await using var server = await RunningServer.StartAsync(("rest.server.max-content-length", "1000"));
        var chunk = new string(' ', 0x400);

        var answer = await server.ExchangeHeadAsync(
            $"POST /v1/savepoint-disposal HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n{chunk}\r\n0\r\n\r\n");

        answer.Should().StartWith("HTTP/1.1 413 ");
    }

    [Fact]
    public async Task A_multipart_body_may_carry_the_JSON()
    {
        await using var server = await RunningServer.StartAsync();
        using var content = new MultipartFormDataContent { { new StringContent("""{"savepoint-path":"/x"}"""), "request" } };

        using var response = await server.Client.PostAsync(new Uri("/savepoint-disposal", UriKind.Relative), content);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_multipart_body_of_another_part_is_refused()
    {
        var recording = Recording.Load("1.20.5", "submit-unknown-attribute");
        await using var server = await RunningServer.StartAsync();
        using var content = new MultipartFormDataContent { { new StringContent("{}"), "other" } };

        using var response = await server.Client.PostAsync(new Uri("/jobs", UriKind.Relative), content);

        ((int)response.StatusCode).Should().Be(recording.Status);
        (await response.Content.ReadAsStringAsync()).Should().Be("""{"errors":["Received unknown attribute other."]}""");
    }

    [Fact]
    public async Task A_Java_program_is_read_whole_and_refused_in_one_line()
    {
        await using var server = await RunningServer.StartAsync(("rest.server.max-content-length", "1000"));
        using var content = new MultipartFormDataContent
        {
            { new StringContent("""{"jobGraphFileName":"g.bin","jobJarFileNames":["a.jar"],"jobArtifactFileNames":[]}"""), "request" },
            { new ByteArrayContent(new byte[50_000]), "file_0", "g.bin" },
            { new ByteArrayContent(new byte[200_000]), "file_1", "a.jar" },
        };

        using var response = await server.Client.PostAsync(new Uri("/v1/jobs", UriKind.Relative), content);

        ((int)response.StatusCode).Should().BeInRange(400, 499);
        var text = await response.Content.ReadAsStringAsync();
        text.Should().StartWith("""{"errors":["This cluster cannot run Java programs: """).And.NotContain("\\n");
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{}")]
    [InlineData("nothing of the kind")]
    [InlineData("--b\r\nno header\r\n\r\n{}\r\n--b--\r\n")]
    public async Task A_multipart_body_that_is_none_is_the_fault_of_the_client(string body)
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.ExchangeHeadAsync(
            $"POST /jars/upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {body.Length}\r\n\r\n{body}");

        answer.Should().StartWith("HTTP/1.1 400 ");
    }

    [Theory]
    [InlineData("GET /nothing HTTP/1.0\r\n\r\n")]
    [InlineData("GET /config HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("OPTIONS /config HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    public async Task A_client_that_wants_the_connection_closed_has_it_closed(string request)
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.ExchangeRawAsync(request);

        answer.Should().Contain("Connection: close").And.Contain("Content-Length:").And.Contain("application/json; charset=UTF-8");
    }

    private static IEnumerable<string> SecondLines(System.Text.Json.JsonElement answer) =>
        answer.ValueKind == System.Text.Json.JsonValueKind.Object && answer.GetProperty("errors").GetArrayLength() == 2
            ? [WithoutDirectory(answer.GetProperty("errors")[1].GetString()!.Split('\n')[1])]
            : [];

    private static string WithoutDirectory(string line) => UploadDirectory().Replace(line, "<uploads>");

    [GeneratedRegex("/jobs/([0-9a-f]{32})")]
    private static partial Regex JobIds();

    [GeneratedRegex("/\\S*/flink-web-upload")]
    private static partial Regex UploadDirectory();
}
