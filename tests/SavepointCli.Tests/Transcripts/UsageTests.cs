namespace SavepointCli.Tests.Transcripts;

/// <summary>Wrong command lines: two lines on stderr, nothing on stdout, exit code 2.</summary>
public sealed class UsageTests
{
    private const string Job = "00000000000000000000000000000abc";

    [Theory]
    [InlineData("", "no verb given", "savepointctl --help")]
    [InlineData("savepiont", "'savepiont' is no verb of savepointctl", "did you mean 'savepoint'?")]
    [InlineData("frobnicate", "'frobnicate' is no verb of savepointctl", "savepointctl --help")]
    [InlineData("-m localhost:1 list", "Unrecognized option: -m", "options go after the verb")]
    [InlineData("savepoint", "Missing JobID. Specify a Job ID to trigger a savepoint", "savepointctl savepoint JOB [DIR]; savepointctl list shows the ids")]
    [InlineData("savepoint abc", "Cannot parse JobID from \"abc\". The expected format is [0-9a-fA-F]{32}, e.g. fd72014d4c864993a2e5a9287b4a9c5d", "savepointctl list shows the ids")]
    [InlineData("savepoint -type bogus " + Job, "'bogus' is no type of savepoint; expected one of: CANONICAL, NATIVE", "-type canonical")]
    [InlineData("savepoint --detached " + Job, "Unrecognized option: --detached", "did you mean '-detached'?")]
    [InlineData("savepoint -d", "Missing argument for option: d", "savepointctl savepoint --help")]
    [InlineData("savepoint --timeout soon " + Job, "'soon' is no duration for --timeout", "--timeout 90s, or 15min, or 2h")]
    [InlineData("stop --darin " + Job, "Unrecognized option: --darin", "did you mean '--drain'?")]
    [InlineData("stop", "Missing JobId", "savepointctl stop [-p DIR] JOB; savepointctl list shows the ids")]
    [InlineData("cancel", "Missing JobID. Specify a JobID to cancel a job", "savepointctl cancel JOB; savepointctl list shows the ids")]
    [InlineData("checkpoint", "Missing JobID. Specify a Job ID to manipulate a checkpoint", "savepointctl checkpoint JOB; savepointctl list shows the ids")]
    [InlineData("run", "Java program should be specified a JAR file, a .NET program an assembly", "savepointctl run FILE [ARGS]")]
    [InlineData("run --cl X job.jar", "Ambiguous option: '--cl'  (could be: 'class', 'classpath', 'claimMode')", "savepointctl run --help")]
    [InlineData("run -p 0 job.jar", "The parallelism must be a positive number: 0", "-p 2")]
    [InlineData("run -s", "Missing argument for option: s", "savepointctl run --help")]
    [InlineData("run /nope.jar", "Could not get job jar and dependencies from JAR file: JAR file does not exist: /nope.jar", "options go before the program, and its own arguments after it")]
    [InlineData("list -m localhost", "The given host:port ('localhost') doesn't contain a valid port", "-m HOST:PORT, for example -m localhost:8081")]
    [InlineData("list -m localhost:99999", "The given host:port ('localhost:99999') has the invalid port '99999'", "-m HOST:PORT, for example -m localhost:8081")]
    [InlineData("list -Drest.port=x", "the value 'x' of 'rest.port' is not a whole number", "-Drest.port=VALUE overrides the configuration file")]
    [InlineData("cluster", "'savepointctl cluster' needs one of: start, stop, status", "savepointctl cluster --help")]
    [InlineData("cluster strat", "'strat' is no verb of 'savepointctl cluster'", "did you mean 'start'?")]
    [InlineData("cluster start --port many", "'many' is no port", "--port 8081, or --port 0 for a free one")]
    [InlineData("cluster stop --nope", "Unrecognized option: --nope", "savepointctl cluster stop --help")]
    [InlineData("help nothing", "there is no help on 'nothing'", "savepointctl --help")]
    public async Task Wrong_usage_is_said_in_one_line_with_something_to_try(string commandLine, string what, string hint)
    {
        var run = await ToolRun.OfAsync(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        run.Error.Should().Be($"error: {what}\n  try: {hint}\n");
        run.Output.Should().BeEmpty();
        run.ExitCode.Should().Be(ExitCode.Usage);
    }

    [Fact]
    public async Task A_wrong_type_is_refused_before_anything_else()
    {
        var run = await ToolRun.OfAsync("savepoint", "-d", "/sp", "--type", "bogus");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Debug_adds_where_it_happened()
    {
        var run = await ToolRun.OfAsync("savepoint", "--debug", "abc");

        run.Error.Should().Contain("error: Cannot parse JobID").And.Contain("   at SavepointCli.");
    }
}
