using System.Text.Json;
using SavepointCli.Testing;
using SavepointCli.Testing.Http;

namespace SavepointCli.Tests.Parsing;

/// <summary>
/// Every option of Flink's tables of options, in every spelling that Flink takes: what the cluster is asked for is what the option
/// means. A server notes the requests; nothing else tells whether an option was understood.
/// </summary>
public sealed class OptionTableTests
{
    private const string Job = "00112233445566778899aabbccddeeff";
    private const string Savepoints = "POST /v1/jobs/" + Job + "/savepoints ";
    private const string Plain = """{"target-directory":null,"cancel-job":false,"formatType":"CANONICAL"}""";
    private const string Native = """{"target-directory":null,"cancel-job":false,"formatType":"NATIVE"}""";
    private const string Disposal = """POST /v1/savepoint-disposal {"savepoint-path":"/sp"}""";
    private const string Stop = "POST /v1/jobs/" + Job + "/stop ";
    private const string Listing = "GET /v1/jobs/overview";

    [Theory]
    // savepoint
    [InlineData("savepoint JOB", Savepoints + Plain)]
    [InlineData("savepoint JOB /dir", Savepoints + """{"target-directory":"/dir","cancel-job":false,"formatType":"CANONICAL"}""")]
    [InlineData("savepoint -type native JOB", Savepoints + Native)]
    [InlineData("savepoint --type NATIVE JOB", Savepoints + Native)]
    [InlineData("savepoint JOB --type=native", Savepoints + Native)]
    [InlineData("savepoint JOB -type=native", Savepoints + Native)]
    [InlineData("savepoint --ty native JOB", Savepoints + Native)]
    [InlineData("savepoint -type native -type canonical JOB", Savepoints + Native)]
    [InlineData("savepoint -detached JOB", Savepoints + Plain)]
    [InlineData("savepoint JOB -detached", Savepoints + Plain)]
    [InlineData("savepoint -d /sp", Disposal)]
    [InlineData("savepoint -d/sp", Disposal)]
    [InlineData("savepoint -d=/sp", Disposal)]
    [InlineData("savepoint --dispose /sp", Disposal)]
    [InlineData("savepoint --dispose=/sp", Disposal)]
    [InlineData("savepoint -dispose /sp", Disposal)]
    [InlineData("savepoint --disp /sp", Disposal)]
    [InlineData("savepoint -d /sp -j /nope.jar", Disposal)]
    [InlineData("savepoint -d /sp --jarfile /nope.jar", Disposal)]
    [InlineData("savepoint -d /sp JOB /dir", Disposal)]
    [InlineData("savepoint -v JOB", Savepoints + Plain)]
    [InlineData("savepoint --verbose JOB", Savepoints + Plain)]
    [InlineData("savepoint -- JOB", Savepoints + Plain)]
    [InlineData("savepoint JOB /dir superfluous", Savepoints + """{"target-directory":"/dir","cancel-job":false,"formatType":"CANONICAL"}""")]
    // stop
    [InlineData("stop JOB", Stop + """{"targetDirectory":null,"drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop -p /dir JOB", Stop + """{"targetDirectory":"/dir","drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop JOB -p /dir", Stop + """{"targetDirectory":"/dir","drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop -p=/dir JOB", Stop + """{"targetDirectory":"/dir","drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop -p/dir JOB", Stop + """{"targetDirectory":"/dir","drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop --savepointPath /dir JOB", Stop + """{"targetDirectory":"/dir","drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop --savepointPath=/dir JOB", Stop + """{"targetDirectory":"/dir","drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop -savepointPath /dir JOB", Stop + """{"targetDirectory":"/dir","drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop -p JOB", Stop + """{"targetDirectory":null,"drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop JOB -p", Stop + """{"targetDirectory":null,"drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop JOB /dir", Stop + """{"targetDirectory":null,"drain":false,"formatType":"CANONICAL"}""")]
    [InlineData("stop -d JOB", Stop + """{"targetDirectory":null,"drain":true,"formatType":"CANONICAL"}""")]
    [InlineData("stop --drain JOB", Stop + """{"targetDirectory":null,"drain":true,"formatType":"CANONICAL"}""")]
    [InlineData("stop -dp /dir JOB", Stop + """{"targetDirectory":"/dir","drain":true,"formatType":"CANONICAL"}""")]
    [InlineData("stop -type native -detached JOB", Stop + """{"targetDirectory":null,"drain":false,"formatType":"NATIVE"}""")]
    [InlineData("stop --type native JOB", Stop + """{"targetDirectory":null,"drain":false,"formatType":"NATIVE"}""")]
    // cancel
    [InlineData("cancel JOB", "PATCH /v1/jobs/" + Job + "?mode=cancel {}")]
    [InlineData("cancel JOB extra", "PATCH /v1/jobs/" + Job + "?mode=cancel {}")]
    [InlineData("cancel -s JOB", Savepoints + """{"target-directory":null,"cancel-job":true,"formatType":"CANONICAL"}""")]
    [InlineData("cancel JOB -s", Savepoints + """{"target-directory":null,"cancel-job":true,"formatType":"CANONICAL"}""")]
    [InlineData("cancel -s /dir JOB", Savepoints + """{"target-directory":"/dir","cancel-job":true,"formatType":"CANONICAL"}""")]
    [InlineData("cancel --withSavepoint /dir JOB", Savepoints + """{"target-directory":"/dir","cancel-job":true,"formatType":"CANONICAL"}""")]
    [InlineData("cancel -withSavepoint /dir -type native JOB", Savepoints + """{"target-directory":"/dir","cancel-job":true,"formatType":"NATIVE"}""")]
    // checkpoint
    [InlineData("checkpoint JOB", "POST /v1/jobs/" + Job + """/checkpoints {"checkpointType":"CONFIGURED"}""")]
    [InlineData("checkpoint -full JOB", "POST /v1/jobs/" + Job + """/checkpoints {"checkpointType":"FULL"}""")]
    [InlineData("checkpoint --full JOB", "POST /v1/jobs/" + Job + """/checkpoints {"checkpointType":"FULL"}""")]
    // list
    [InlineData("list", Listing)]
    [InlineData("list -r", Listing)]
    [InlineData("list --running", Listing)]
    [InlineData("list -running", Listing)]
    [InlineData("list -s", Listing)]
    [InlineData("list --scheduled", Listing)]
    [InlineData("list -a", Listing)]
    [InlineData("list --all", Listing)]
    [InlineData("list -ra", Listing)]
    [InlineData("list foo bar", Listing)]
    // which cluster
    [InlineData("list -z name", Listing)]
    [InlineData("list --zookeeperNamespace name", Listing)]
    [InlineData("list -Dfoo", Listing)]
    [InlineData("list -D foo=a=b", Listing)]
    public async Task An_option_means_what_it_means_to_Flink(string commandLine, string request)
    {
        await using var server = new ScriptedServer(Answer);

        var run = await ToolRun.OfAsync([.. Words(commandLine).Take(1), "-m", server.Address, .. Words(commandLine).Skip(1)]);

        run.Error.Should().BeEmpty();
        RequestOf(server.Requests[0]).Should().Be(request);
    }

    [Theory]
    [InlineData("list -m ADDRESS")]
    [InlineData("list -m=ADDRESS")]
    [InlineData("list --jobmanager ADDRESS")]
    [InlineData("list --jobmanager=ADDRESS")]
    [InlineData("list -jobmanager ADDRESS")]
    [InlineData("list --jobm ADDRESS")]
    [InlineData("list -m http://ADDRESS")]
    [InlineData("list -m http://ADDRESS/")]
    [InlineData("list -m \"ADDRESS\"")]
    [InlineData("list -m ADDRESS -m 127.0.0.1:1")]
    [InlineData("list -m 127.0.0.1:1 -Drest.port=PORT")]
    [InlineData("list -Drest.port=1 -D rest.port=PORT -m 127.0.0.1:1")]
    [InlineData("list -t remote -m 127.0.0.1:1 -Drest.address=127.0.0.1 -Drest.port=PORT")]
    [InlineData("list --target REMOTE -Drest.address=127.0.0.1 -Drest.port=PORT")]
    [InlineData("list -e remote -Drest.address=127.0.0.1 -Drest.port=PORT")]
    [InlineData("list --executor remote -Drest.address=127.0.0.1 -Drest.port=PORT")]
    [InlineData("list -t remote -e bogus -Drest.address=127.0.0.1 -Drest.port=PORT")]
    [InlineData("list -Djobmanager.rpc.address=127.0.0.1 -Drest.port=PORT")]
    public async Task A_cluster_can_be_named_in_every_way_that_Flink_knows(string commandLine)
    {
        await using var server = new ScriptedServer(Answer);
        var port = server.Address.Split(':')[1];

        var run = await ToolRun.OfAsync([.. Words(commandLine.Replace("ADDRESS", server.Address, StringComparison.Ordinal).Replace("PORT", port, StringComparison.Ordinal))]);

        run.Error.Should().BeEmpty();
        server.Requests.Should().ContainSingle().Which.Path.Should().Be("/v1/jobs/overview");
    }

    [Theory]
    [InlineData("-m http://ADDRESS/a/prefix")]
    [InlineData("-m http://ADDRESS/a/prefix/")]
    [InlineData("-m ADDRESS -Drest.path=/a/prefix")]
    public async Task A_path_goes_in_front_of_the_version(string options)
    {
        await using var server = new ScriptedServer(Answer);

        await ToolRun.OfAsync(["list", .. Words(options.Replace("ADDRESS", server.Address, StringComparison.Ordinal))]);

        server.Requests.Should().ContainSingle().Which.Path.Should().Be("/a/prefix/v1/jobs/overview");
    }

    [Theory]
    [InlineData("run -d JAR", "{}")]
    [InlineData("run --detached JAR a -h --debug", """{"programArgsList":["a","-h","--debug"]}""")]
    [InlineData("run -yd JAR", "{}")]
    [InlineData("run --yarndetached JAR", "{}")]
    [InlineData("run -d -c my.Main JAR", """{"entryClass":"my.Main"}""")]
    [InlineData("run -d --class=my.Main JAR", """{"entryClass":"my.Main"}""")]
    [InlineData("run -d -p 3 JAR", """{"parallelism":3}""")]
    [InlineData("run -dp 3 JAR", """{"parallelism":3}""")]
    [InlineData("run -d -p -1 JAR", "{}")]
    [InlineData("run -d --parallelism 3 JAR", """{"parallelism":3}""")]
    [InlineData("run -d -Dparallelism.default=3 JAR", """{"parallelism":3}""")]
    [InlineData("run -d -Dparallelism.default=3 -p 4 JAR", """{"parallelism":4}""")]
    [InlineData("run -d -j JAR a -d b", """{"programArgsList":["a","-d","b"]}""")]
    [InlineData("run -d --jarfile JAR a", """{"programArgsList":["a"]}""")]
    [InlineData("run -d -j JAR -a --count 20", """{"programArgsList":["--count","20"]}""")]
    [InlineData("run -j JAR --arguments x y -d", """{"programArgsList":["x","y"]}""")]
    [InlineData("run -d -a JAR x", """{"programArgsList":["x"]}""")]
    [InlineData("run -d JAR -- x", """{"programArgsList":["--","x"]}""")]
    [InlineData("run -d -s /sp JAR", """{"savepointPath":"/sp","allowNonRestoredState":false}""")]
    [InlineData("run -d -s /sp/_metadata JAR", """{"savepointPath":"/sp/_metadata","allowNonRestoredState":false}""")]
    [InlineData("run -d --fromSavepoint /sp -n JAR", """{"savepointPath":"/sp","allowNonRestoredState":true}""")]
    [InlineData("run -d -s /sp --allowNonRestoredState JAR", """{"savepointPath":"/sp","allowNonRestoredState":true}""")]
    [InlineData("run -d -s /sp -cm claim JAR", """{"savepointPath":"/sp","allowNonRestoredState":false,"restoreMode":"CLAIM"}""")]
    [InlineData("run -d -s /sp -claimMode NO_CLAIM JAR", """{"savepointPath":"/sp","allowNonRestoredState":false,"restoreMode":"NO_CLAIM"}""")]
    [InlineData("run -d -s /sp --claimMode=legacy JAR", """{"savepointPath":"/sp","allowNonRestoredState":false,"restoreMode":"LEGACY"}""")]
    [InlineData("run -d -s /sp -rm CLAIM JAR", """{"savepointPath":"/sp","allowNonRestoredState":false,"restoreMode":"CLAIM"}""")]
    [InlineData("run -d -s /sp -restoreMode CLAIM JAR", """{"savepointPath":"/sp","allowNonRestoredState":false,"restoreMode":"CLAIM"}""")]
    [InlineData("run -d -s /sp -rm bogus -cm CLAIM JAR", """{"savepointPath":"/sp","allowNonRestoredState":false,"restoreMode":"CLAIM"}""")]
    [InlineData("run -d -rm bogus JAR", "{}")]
    [InlineData("run -d -n JAR", "{}")]
    [InlineData("run -d -Dexecution.savepoint.path=/sp JAR", """{"savepointPath":"/sp","allowNonRestoredState":false}""")]
    [InlineData("run -d -Dexecution.state-recovery.path=/sp -Dexecution.savepoint.ignore-unclaimed-state=true JAR", """{"savepointPath":"/sp","allowNonRestoredState":true}""")]
    [InlineData("run -d -Dexecution.savepoint.ignore-unclaimed-state=true -s /sp JAR", """{"savepointPath":"/sp","allowNonRestoredState":false}""")]
    [InlineData("run -d -Dpipeline.name=x -Drest.retry.delay=5 -Dclient.timeout=5s JAR", """{"flinkConfiguration":{"pipeline.name":"x"}}""")]
    [InlineData("run -d -sae JAR", "{}")]
    [InlineData("run -d --shutdownOnAttachedExit JAR", "{}")]
    [InlineData("run -d -m ADDRESS -v JAR", "{}")]
    public async Task A_program_is_run_as_its_options_say(string commandLine, string body)
    {
        using var folder = new TempFolder();
        var jar = EmptyJar(folder);
        await using var server = new ScriptedServer(Answer);
        var words = Words(commandLine).Select(word => word == "JAR" ? jar : word.Replace("ADDRESS", server.Address, StringComparison.Ordinal)).ToList();
        if (!words.Contains("-m")) words.InsertRange(1, ["-m", server.Address]);

        var run = await ToolRun.OfAsync([.. words]);

        run.Error.Should().BeEmpty();
        var sent = server.Requests.Single(request => request.Path.EndsWith("/run", StringComparison.Ordinal)).Json!.Value;
        JsonElement.DeepEquals(sent, JsonElement.Parse(body)).Should().BeTrue("{0} was sent", sent.GetRawText());
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("with blank")]
    [InlineData("")]
    [InlineData("\"double\"")]
    [InlineData("'single'")]
    [InlineData("a\\b\\\"c")]
    [InlineData("$HOME `id` $(id)")]
    [InlineData("--key=a=b,c")]
    [InlineData("-Dkey=value")]
    [InlineData("@file")]
    [InlineData("line\nbreak\ttab")]
    [InlineData("äöü 日本 🎉")]
    [InlineData("*?[a-z]{1,2}")]
    [InlineData("-")]
    [InlineData("--")]
    public async Task A_word_of_the_program_arrives_as_the_shell_made_it(string word)
    {
        using var folder = new TempFolder();
        await using var server = new ScriptedServer(Answer);

        await ToolRun.OfAsync("run", "-d", "-m", server.Address, EmptyJar(folder), "first", word, "last");

        var sent = server.Requests.Single(request => request.Path.EndsWith("/run", StringComparison.Ordinal)).Json!.Value;
        sent.GetProperty("programArgsList").EnumerateArray().Select(one => one.GetString()).Should().Equal("first", word, "last");
    }

    [Theory]
    [InlineData("run -C nope JAR", ExitCode.Usage, "Bad syntax for classpath: nope")]
    [InlineData("run -C file:///a.jar JAR", ExitCode.Unsupported, "class path")]
    [InlineData("run --classpath file:///a.jar JAR", ExitCode.Unsupported, "class path")]
    [InlineData("run -py job.py", ExitCode.Unsupported, "--python")]
    [InlineData("run --python job.py", ExitCode.Unsupported, "--python")]
    [InlineData("run -pym module -pyfs files", ExitCode.Unsupported, "--pyFiles")]
    [InlineData("run -pyexec python JAR", ExitCode.Unsupported, "--pyExecutable")]
    [InlineData("run -pypath path JAR", ExitCode.Unsupported, "--pyPythonPath")]
    [InlineData("run -t yarn-per-job JAR", ExitCode.Unsupported, "bin/flink run")]
    [InlineData("run -t kubernetes-application JAR", ExitCode.Unsupported, "bin/flink run")]
    [InlineData("run -Dexecution.target=yarn-application JAR", ExitCode.Unsupported, "bin/flink run")]
    [InlineData("run-application -t kubernetes-application JAR", ExitCode.Unsupported, "bin/flink run")]
    public async Task What_needs_a_JVM_says_so_before_anything_is_sent(string commandLine, ExitCode exitCode, string words)
    {
        using var folder = new TempFolder();
        var jar = EmptyJar(folder);
        await using var server = new ScriptedServer(Answer);

        var line = Words(commandLine).Select(word => word == "JAR" ? jar : word).ToList();
        line.InsertRange(1, ["-m", server.Address]);

        var run = await ToolRun.OfAsync([.. line]);

        run.ExitCode.Should().Be(exitCode);
        run.Error.Should().Contain(words).And.Contain("  try: ");
        server.Requests.Should().BeEmpty();
    }

    private static IEnumerable<string> Words(string commandLine) => commandLine.Replace("JOB", Job, StringComparison.Ordinal).Split(' ');

    private static string EmptyJar(TempFolder folder)
    {
        using var jar = System.IO.Compression.ZipFile.Open(folder["job.jar"], System.IO.Compression.ZipArchiveMode.Create);
        jar.CreateEntry("META-INF/MANIFEST.MF");
        return folder["job.jar"];
    }

    private static string RequestOf(ServedRequest request)
    {
        var what = $"{request.Method} {request.Path}";
        if (request.Json is not { } json) return what;
        var body = System.Text.Json.Nodes.JsonNode.Parse(json.GetRawText())!.AsObject();
        body.Remove("triggerId");
        return $"{what} {body.ToJsonString()}";
    }

    private static ServedAnswer Answer(ServedRequest request) => request.Path[(request.Path.LastIndexOf("/v1/", StringComparison.Ordinal) + 4)..].Split('/', '?') switch
    {
        ["jobs", "overview"] => ServedAnswer.Json("""{"jobs":[]}"""),
        ["jars", "upload"] => ServedAnswer.Json("""{"filename":"/x/1_job.jar","status":"success"}"""),
        ["jars", _, "run"] => ServedAnswer.Json($$"""{"jobid":"{{Job}}"}"""),
        ["jobs", _, "checkpoints", _] => ServedAnswer.Json("""{"status":{"id":"COMPLETED"},"operation":{"checkpointId":1}}"""),
        ["jobs", _, "savepoints", _] => ServedAnswer.Json("""{"status":{"id":"COMPLETED"},"operation":{"location":"file:/sp"}}"""),
        ["savepoint-disposal", _] => ServedAnswer.Json("""{"status":{"id":"COMPLETED"},"operation":{}}"""),
        [..] when request.Method == "POST" => ServedAnswer.Json(
            $$"""{"request-id":"{{(request.Json!.Value.TryGetProperty("triggerId", out var id) ? id.GetString() : Job)}}"}""", 202),
        _ => ServedAnswer.Json("{}"),
    };
}
