using System.Net;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Loading;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>Uploading, listing, running and deleting programs.</summary>
public sealed class JarTests
{
    [Fact]
    public async Task An_uploaded_program_is_listed_with_its_entry_points()
    {
        await using var server = await RunningServer.StartAsync();

        var id = await UploadAsync(server, TestPrograms.Path, "C:\\dir\\../x/other name.dll");

        var jar = (await server.GetAsync("/jars")).GetProperty("files")[0];
        id.Should().MatchRegex("^[0-9a-f-]{36}_other name\\.dll$");
        jar.GetProperty("id").GetString().Should().Be(id);
        jar.GetProperty("name").GetString().Should().Be("other name.dll");
        jar.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()).Should().Contain(TestPrograms.Class("WellBehaved"));
    }

    [Fact]
    public async Task The_lists_of_programs_have_the_shape_that_Flink_gave()
    {
        await using var server = await RunningServer.StartAsync();
        await UploadAsync(server, TestPrograms.Path, "count-job.dll");

        var ours = await server.GetAsync("/jars");

        JsonShape.Of(ours).Should().BeEquivalentTo(JsonShape.Of(Recording.Load("2.2.1", "jars").Answer));
    }

    [Fact]
    public async Task Something_that_is_no_program_can_be_uploaded_and_has_no_entry_points()
    {
        await using var server = await RunningServer.StartAsync();

        await UploadAsync(server, "garbage"u8.ToArray(), "garbage.jar");

        (await server.GetAsync("/jars")).GetProperty("files")[0].GetProperty("entry").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("count-job.exe", "Only Jar files are allowed.")]
    [InlineData(".hidden", "Only Jar files are allowed.")]
    public async Task A_file_of_another_kind_is_refused_and_not_kept(string name, string message)
    {
        await using var server = await RunningServer.StartAsync();
        using var content = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "jarfile", name } };

        using var response = await server.Client.PostAsync(new Uri("/jars/upload", UriKind.Relative), content);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain($"RestHandlerException: {message}");
        Directory.EnumerateFiles(server.Folder.Path, "*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public async Task Two_files_at_once_are_refused()
    {
        await using var server = await RunningServer.StartAsync();
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent([1]), "jarfile", "a.jar" },
            { new ByteArrayContent([2]), "jarfile", "b.jar" },
        };

        using var response = await server.Client.PostAsync(new Uri("/jars/upload", UriKind.Relative), content);

        (await response.Content.ReadAsStringAsync()).Should().Contain("Exactly 1 file must be sent, received 2.");
    }

    [Fact]
    public async Task A_run_passes_everything_on_and_the_body_beats_the_query()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await UploadAsync(server, TestPrograms.Path, "count-job.jar");
        JobId.TryParse("000102030405060708090a0b0c0d0e0f", out var chosen).Should().BeTrue();

        var (status, answer) = await server.PostAsync(
            $"/v1/jars/{Uri.EscapeDataString(id)}/run?entry-class=Other&parallelism=7&programArg=x,y",
            """
            {"entryClass":"rec.CountJob","programArgsList":["--count","3 0"],"parallelism":"2","jobId":"000102030405060708090A0B0C0D0E0F",
             "savepointPath":"/sp","allowNonRestoredState":true,"restoreMode":"NO_CLAIM","claimMode":"CLAIM","flinkConfiguration":{"a":"b"},"unknown":[]}
            """);

        status.Should().Be(HttpStatusCode.OK, answer.ToString());
        answer.GetProperty("jobid").GetString().Should().Be(new JobId(1).ToString());
        var submission = server.Cluster.Submissions.Should().ContainSingle().Subject;
        submission.Should().BeEquivalentTo(new JobSubmission(submission.AssemblyPath)
        {
            EntryClass = "rec.CountJob",
            Arguments = ["--count", "3 0"],
            Parallelism = 2,
            JobId = chosen,
            SavepointPath = "/sp",
            AllowNonRestoredState = true,
            ClaimMode = ClaimMode.Claim,
            Configuration = new Dictionary<string, string> { ["a"] = "b" },
        });
        Path.GetFileName(submission.AssemblyPath).Should().Be(id);
    }

    [Fact]
    public async Task A_run_may_be_asked_for_by_query_alone()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await UploadAsync(server, TestPrograms.Path, "count-job.jar");

        await server.PostAsync($"/jars/{id}/run?entry-class=Other&parallelism=7&programArg=x,y&savepointPath=/sp&allowNonRestoredState=true", null);

        var submission = server.Cluster.Submissions.Should().ContainSingle().Subject;
        submission.EntryClass.Should().Be("Other");
        submission.Parallelism.Should().Be(7);
        submission.Arguments.Should().Equal("x", "y");
        submission.SavepointPath.Should().Be("/sp");
        submission.AllowNonRestoredState.Should().BeTrue();
        submission.ClaimMode.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"programArgs":"--a 1 --b 'two words' \"\""}""", new[] { "--a", "1", "--b", "two words", "" })]
    [InlineData("{}", new string[0])]
    public async Task Arguments_in_one_text_are_split_at_blanks(string body, string[] expected)
    {
        await using var server = await RunningServer.StartAsync();
        var id = await UploadAsync(server, TestPrograms.Path, "count-job.jar");

        await server.PostAsync($"/jars/{id}/run", body);

        server.Cluster.Submissions.Should().ContainSingle().Which.Arguments.Should().Equal(expected);
    }

    [Theory]
    [InlineData("jar-run-both-args")]
    [InlineData("jar-run-invalid-json")]
    [InlineData("jar-run-job-id-malformed")]
    [InlineData("jar-run-parallelism-text")]
    [InlineData("jar-run-restoreMode-BOGUS")]
    [InlineData("jar-run-restoreMode-lower")]
    public async Task A_run_that_Flink_refused_is_refused_in_the_same_words(string name)
    {
        var recording = Recording.Load("1.20.5", name);
        await using var server = await RunningServer.StartAsync();
        var id = await UploadAsync(server, TestPrograms.Path, "count-job.jar");

        var (status, answer) = await server.PostAsync($"/jars/{id}/run", recording.Body);

        ((int)status).Should().Be(recording.Status);
        Recording.FirstLines(answer).Should().Equal(Recording.FirstLines(recording.Answer));
    }

    [Fact]
    public async Task A_submission_that_fails_names_every_cause()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await UploadAsync(server, TestPrograms.Path, "count-job.jar");
        server.Cluster.Submit = () => throw new JobOperationException(
            ExitCode.NotFound, "org.apache.flink.util.FlinkException", "Failed to execute job 'x'.",
            inner: new FileNotFoundException("Cannot find checkpoint or savepoint file/directory '/none' on file system 'file'."));

        var (status, answer) = await server.PostAsync($"/jars/{id}/run", "{}");

        status.Should().Be(HttpStatusCode.BadRequest);
        answer.GetProperty("errors").EnumerateArray().Should().ContainSingle().Which.GetString()!.Split('\n').Should().Equal(
            "org.apache.flink.runtime.rest.handler.RestHandlerException: Could not execute application.",
            "Caused by: java.util.concurrent.CompletionException: org.apache.flink.util.FlinkRuntimeException: Could not execute application.",
            "Caused by: org.apache.flink.util.FlinkRuntimeException: Could not execute application.",
            "Caused by: org.apache.flink.util.FlinkException: Failed to execute job 'x'.",
            "Caused by: java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '/none' on file system 'file'.",
            "");
    }

    [Fact]
    public async Task A_deleted_program_is_gone()
    {
        await using var server = await RunningServer.StartAsync();
        var id = await UploadAsync(server, TestPrograms.Path, "count-job.jar");

        var (first, answer) = await server.SendAsync(HttpMethod.Delete, $"/jars/{id}");
        var (second, _) = await server.SendAsync(HttpMethod.Delete, $"/jars/{id}");

        first.Should().Be(HttpStatusCode.OK);
        answer.GetRawText().Should().Be("{}");
        second.Should().Be(HttpStatusCode.BadRequest);
        (await server.GetAsync("/jars")).GetProperty("files").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("..%2Fsecret.jar")]
    [InlineData("..%2F..%2Fsecret.jar")]
    public async Task An_id_cannot_lead_out_of_the_upload_directory(string id)
    {
        await using var server = await RunningServer.StartAsync();
        foreach (var folder in Directory.EnumerateDirectories(server.Folder.Path))
        {
            File.WriteAllText(Path.Combine(folder, "secret.jar"), "x");
        }

        var (status, _) = await server.SendAsync(HttpMethod.Delete, $"/jars/{id}");

        status.Should().Be(HttpStatusCode.NotFound);
        Directory.EnumerateFiles(server.Folder.Path, "secret.jar", SearchOption.AllDirectories).Should().ContainSingle();
    }

    [Fact]
    public async Task Without_web_submission_there_are_no_jar_routes()
    {
        await using var server = await RunningServer.StartAsync(("web.submit.enable", "false"));
        using var content = new MultipartFormDataContent { { new ByteArrayContent([1]), "jarfile", "a.jar" } };

        var (status, answer) = await server.SendAsync(HttpMethod.Get, "/jars");
        using var upload = await server.Client.PostAsync(new Uri("/jars/upload", UriKind.Relative), content);

        ((int)status).Should().Be(404);
        answer.GetRawText().Should().Be("""{"errors":["Unable to load requested file /jars."]}""");
        ((int)upload.StatusCode).Should().Be(400);
        (await upload.Content.ReadAsStringAsync()).Should().Be("""{"errors":["POST request not allowed"]}""");
        (await server.GetAsync("/config")).GetProperty("features").GetProperty("web-submit").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Uploads_go_away_with_the_cluster()
    {
        string uploads;
        await using (var server = await RunningServer.StartAsync())
        {
            await UploadAsync(server, TestPrograms.Path, "count-job.jar");
            uploads = Directory.EnumerateDirectories(server.Folder.Path).Single();
            await server.Host.DisposeAsync();

            Directory.Exists(uploads).Should().BeFalse();
        }
    }

    private static Task<string> UploadAsync(RunningServer server, string path, string name) =>
        UploadAsync(server, File.ReadAllBytes(path), name);

    private static async Task<string> UploadAsync(RunningServer server, byte[] file, string name)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(file), "jarfile", name } };
        using var response = await server.Client.PostAsync(new Uri("/v1/jars/upload", UriKind.Relative), content);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        using var answer = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        answer.RootElement.GetProperty("status").GetString().Should().Be("success");
        return Path.GetFileName(answer.RootElement.GetProperty("filename").GetString()!);
    }
}
