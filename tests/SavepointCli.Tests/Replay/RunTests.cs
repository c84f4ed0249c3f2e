using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SavepointCli.Testing;
using SavepointCli.Testing.Http;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Tests.Replay;

/// <summary>Running a program by the routes for jars, with the answers that real clusters gave to them.</summary>
public sealed partial class RunTests
{
    private const string Jar = "count-job.jar";

    public static TheoryData<string> Versions { get; } = ["1.16.3", "1.20.5", "2.2.1"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_detached_run_uploads_runs_and_clears_away(string version)
    {
        using var folder = new TempFolder();
        var jar = await WriteJarAsync(folder);
        await using var cluster = new JarCluster(version, "jar-run");

        var run = await ToolRun.OfAsync("run", "-d", "-m", cluster.Address, jar, "--count", "30", "-h", "--debug", "--name", "jar job");

        run.Error.Should().BeEmpty();
        run.Output.Should().Be($"Job has been submitted with JobID {cluster.Job}\n");
        run.ExitCode.Should().Be(ExitCode.Done);
        cluster.Requests.Select(request => request.Method + " " + JarId().Replace(request.Path, "JAR")).Should().Equal(
            "POST /v1/jars/upload", "POST /v1/jars/JAR/run", "DELETE /v1/jars/JAR");
        Encoding.Latin1.GetString(cluster.Requests[0].Body).Should().Contain("filename=\"count-job.jar\"").And.Contain("META-INF/MANIFEST.MF");
        cluster.Requests[0].Headers["content-type"].Should().MatchRegex("^multipart/form-data; boundary=[0-9a-f]+$");
        cluster.Requests[1].Json!.Value.GetRawText().Should().Be(
            """{"programArgsList":["--count","30","-h","--debug","--name","jar job"]}""");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_attached_run_follows_the_job_to_its_end_and_prints_what_Flink_prints(string version)
    {
        using var folder = new TempFolder();
        var jar = await WriteJarAsync(folder);
        var recorded = RecordingArchive.Rest(version).LoadInvocation("cli-traffic-run-attached");
        await using var cluster = new JarCluster(version, "jar-run");

        var run = await ToolRun.OfAsync("run", "-m", cluster.Address, jar);

        run.Error.Should().BeEmpty();
        Normalised(run.Output).Should().Be(Normalised(recorded.Output));
    }

    [Fact]
    public async Task Everything_that_shapes_the_job_goes_into_the_request()
    {
        using var folder = new TempFolder();
        var jar = await WriteJarAsync(folder);
        await using var cluster = new JarCluster("1.20.5", "jar-run");

        var run = await ToolRun.OfAsync(
            "run", "-d", "-p", "3", "-c", "rec.CountJob", "-s", "file:/sp", "-n", "-cm", "claim", "-Dpipeline.name=x",
            "-m", cluster.Address, jar);

        run.ExitCode.Should().Be(ExitCode.Done);
        JsonElement.DeepEquals(cluster.Requests[1].Json!.Value, JsonElement.Parse(
            """
            {
              "entryClass": "rec.CountJob",
              "parallelism": 3,
              "savepointPath": "file:/sp",
              "allowNonRestoredState": true,
              "restoreMode": "CLAIM",
              "flinkConfiguration": { "pipeline.name": "x" }
            }
            """)).Should().BeTrue();
    }

    [Theory]
    [InlineData("jar-run-savepoint-missing", ExitCode.NotFound, "Cannot find checkpoint or savepoint file/directory '/tmp/flink-recordings/none'")]
    [InlineData("jar-run-main-throws", ExitCode.OperationFailed, "thrown from main")]
    [InlineData("jar-run-no-job", ExitCode.Usage, "No jobs included in application.")]
    [InlineData("jar-run-parallelism-text", ExitCode.Unsupported, "x")]
    public async Task A_refused_run_says_why_and_clears_away(string answer, ExitCode exitCode, string reason)
    {
        using var folder = new TempFolder();
        var jar = await WriteJarAsync(folder);
        await using var cluster = new JarCluster("1.20.5", answer);

        var run = await ToolRun.OfAsync("run", "-d", "-m", cluster.Address, jar);

        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(reason).And.MatchRegex(@"\Aerror: [^\n]+\n  try: [^\n]+\n\z");
        cluster.Requests[^1].Method.Should().Be("DELETE");
    }

    [Theory]
    [InlineData("-restoreMode", "CLAIM", "The option 'restoreMode' is deprecated. Please use 'claimMode' instead.\n")]
    [InlineData("-cm", "legacy", "Warning: The LEGACY restore mode is deprecated, please use CLAIM or NO_CLAIM mode instead.\n")]
    [InlineData("-cm", "CLAIM", "")]
    public async Task Deprecated_spellings_of_the_mode_are_pointed_out_before_anything_is_sent(string option, string mode, string expected)
    {
        using var folder = new TempFolder();
        var jar = await WriteJarAsync(folder);
        await using var cluster = new JarCluster("1.20.5", "jar-run");

        var run = await ToolRun.OfAsync("run", "-d", "-s", "file:/sp", option, mode, "-m", cluster.Address, jar);

        run.Output.Should().Be($"{expected}Job has been submitted with JobID {cluster.Job}\n");
    }

    private static async Task<string> WriteJarAsync(TempFolder folder)
    {
        await using var jar = await ZipFile.OpenAsync(folder[Jar], ZipArchiveMode.Create);
        jar.CreateEntry("META-INF/MANIFEST.MF");
        return folder[Jar];
    }

    private static string Normalised(string output) => Runtime().Replace(Hex32().Replace(output, "<id>"), "<n> ms");

    [GeneratedRegex(@"(?<=/jars/)[^/]+_count-job\.jar")]
    private static partial Regex JarId();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Hex32();

    [GeneratedRegex(@"\d+ ms")]
    private static partial Regex Runtime();

    /// <summary>The routes for jars and for the end of a job, as one version answered them.</summary>
    private sealed class JarCluster : IAsyncDisposable
    {
        private readonly ScriptedServer _server;

        public JarCluster(string version, string runAnswer)
        {
            var archive = RecordingArchive.Rest(version);
            var upload = archive.LoadExchange("jars-upload");
            var run = archive.LoadExchange(runAnswer);
            var result = archive.LoadInvocation("cli-traffic-run-attached").Traffic[^1];
            var accumulators = archive.LoadExchange("job-finished-accumulators");
            Job = Hex32().Match(Encoding.UTF8.GetString(run.ResponseBody)).Value;
            _server = new ScriptedServer(request => (request.Method, request.Path) switch
            {
                ("POST", "/v1/jars/upload") => ServedAnswer.Json(upload.ResponseBody, upload.Status),
                ("POST", _) when request.Path.EndsWith("/run", StringComparison.Ordinal) => ServedAnswer.Json(run.ResponseBody, run.Status),
                ("DELETE", _) => ServedAnswer.Json("{}"),
                ("GET", _) when request.Path == $"/v1/jobs/{Job}/execution-result" => Renamed(result),
                ("GET", _) when request.Path == $"/v1/jobs/{Job}/accumulators" => Renamed(accumulators),
                _ => ServedAnswer.Json("""{"errors":["not part of this test"]}""", 404),
            });
        }

        public string Job { get; }

        public string Address => _server.Address;

        public IReadOnlyList<ServedRequest> Requests => _server.Requests;

        public ValueTask DisposeAsync() => _server.DisposeAsync();

        private ServedAnswer Renamed(RecordedExchange exchange) =>
            ServedAnswer.Json(Hex32().Replace(Encoding.UTF8.GetString(exchange.ResponseBody), Job), exchange.Status);
    }
}
