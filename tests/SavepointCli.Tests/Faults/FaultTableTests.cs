using SavepointCli.Testing;
using SavepointCli.Testing.Http;
using SavepointCli.Tests.Operations;

namespace SavepointCli.Tests.Faults;

/// <summary>Each fault of the table in the documentation happens over a real socket, and ends as the table says.</summary>
public sealed class FaultTableTests
{
    private const string NoJobs = """{"jobs":[]}""";
    private const string Election =
        """{"errors":["Service temporarily unavailable due to an ongoing leader election. Please refresh."]}""";

    /// <summary>Nothing here may take longer than its own limits; this one is for what has none.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(2);

    private static readonly string[] Impatient = ["-Drest.retry.delay=1", "-Drest.retry.max-attempts=2"];

    private static readonly IReadOnlyDictionary<string, Func<Task<ToolRun>>> Faults = new Dictionary<string, Func<Task<ToolRun>>>
    {
        ["connection refused"] = async () => await ListAsync(await DeadAddressAsync()),
        ["unknown host"] = () => ListAsync("no-such-host.invalid:8081"),
        ["connection closed without an answer"] = () => ListFromAsync(_ => ServedAnswer.Hangup),
        ["connection reset in the middle of an answer"] = () => ListFromAsync(_ => ServedAnswer.Json(NoJobs) with { CutAfter = 5 }),
        ["a server that never answers"] = () => ListFromAsync(_ => ServedAnswer.Silence, "--request-timeout", "300ms"),
        ["an answer that drips in too slowly"] = () => ListFromAsync(
            _ => ServedAnswer.Json(NoJobs) with { PauseBetweenBytes = TimeSpan.FromMilliseconds(100) }, "--request-timeout", "300ms"),
        ["a leader election (503) that ends"] = BusyThenFineAsync,
        ["a leader election (503) that does not end"] = () => ListFromAsync(_ => ServedAnswer.Json(Election, 503)),
        ["an answer that is no JSON"] = () => ListFromAsync(_ => ServedAnswer.Html("<html>bad gateway</html>", 502)),
        ["JSON that breaks off"] = () => ListFromAsync(_ => ServedAnswer.Json("""{"jobs":[{"jid":""")),
        ["an error of 10 MB"] = () => ListFromAsync(_ => ServedAnswer.Json($$"""{"errors":["{{new string('x', 10_000_000)}}"]}""", 500)),
        ["an answer above rest.client.max-content-length"] = () => ListFromAsync(
            _ => ServedAnswer.Json($$"""{"jobs":[],"x":"{{new string('x', 2000)}}"}"""), "-Drest.client.max-content-length=1000"),
        ["a redirect"] = () => ListFromAsync(_ => ServedAnswer.Html("", 301) with
        {
            Headers = new Dictionary<string, string> { ["Location"] = "https://elsewhere:8081/v1/jobs/overview?token=secret" },
        }),
        ["a login page (401)"] = () => ListFromAsync(_ => ServedAnswer.Html("<html>log in</html>", 401)),
        ["a certificate that nobody vouches for"] = () => ListOverTlsAsync(trusted: false, host: null),
        ["a certificate for another host"] = () => ListOverTlsAsync(trusted: true, host: "elsewhere.example.com"),
        ["a result forgotten after five minutes, the savepoint in the history"] = () => ForgottenAsync(_ => { }),
        ["a result forgotten after five minutes, nothing in the history"] =
            () => ForgottenAsync(cluster => cluster.Restart(TimeProvider.System)),
        ["a JobManager that goes away for good while it is waited for"] = () => LeaderChangeAsync(comesBack: false),
        ["a JobManager that comes back with another leader while it is waited for"] = () => LeaderChangeAsync(comesBack: true),
        ["a wait that runs out"] = () => WaitAsync("--timeout", "300ms"),
        ["an interruption"] = InterruptedAsync,
    };

    public static TheoryData<string> Names { get; } = [.. FaultRow.ReadAll().Select(row => row.Fault)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_ends_as_the_documentation_says(string name)
    {
        var row = FaultRow.ReadAll().Single(row => row.Fault == name);
        Faults.Should().ContainKey(name, "every row of the table happens here");

        var run = await Faults[name]().WaitAsync(Endless);

        run.ExitCode.Should().Be(row.ExitCode, run.Error);
        run.Error.Should().Contain(row.Says);
        run.Error.Should().NotContain("secret");
    }

    [Fact]
    public void Every_fault_has_its_row()
    {
        FaultRow.ReadAll().Select(row => row.Fault).Should().BeEquivalentTo(Faults.Keys);
    }

    [Fact]
    public async Task Debug_output_shows_no_credentials()
    {
        await using var server = new ScriptedServer(_ => ServedAnswer.Html("no", 502));
        using var state = new TempFolder();
        File.WriteAllText(state["password"], "file-secret");
        foreach (var variables in (Dictionary<string, string>[])
        [
            new() { ["SAVEPOINTCTL_TOKEN"] = "token-secret" },
            new() { ["SAVEPOINTCTL_USER"] = "me", ["SAVEPOINTCTL_PASSWORD_FILE"] = state["password"] },
            new() { ["FLINK_REST_CLIENT_HEADERS"] = "Authorization:Basic header-secret" },
        ])
        {
            var run = await ToolRun.WithVariablesAsync(variables, ["list", "--debug", "-m", server.Address, .. Impatient]);

            run.ExitCode.Should().Be(ExitCode.Unreachable);
            run.Error.Should().NotContain("secret").And.NotContain(Convert.ToBase64String("me:file-secret"u8));
        }

        server.Requests.Should().OnlyContain(request => request.Headers.ContainsKey("Authorization"));
    }

    private static Task<ToolRun> ListAsync(string address, params string[] options) =>
        ToolRun.OfAsync(["list", "-m", address, .. Impatient, .. options]);

    private static async Task<ToolRun> ListFromAsync(Func<ServedRequest, ServedAnswer> answer, params string[] options)
    {
        await using var server = new ScriptedServer(answer);
        return await ListAsync(server.Address, options);
    }

    private static async Task<string> DeadAddressAsync()
    {
        await using var gone = new ScriptedServer(_ => ServedAnswer.Hangup);
        return gone.Address;
    }

    private static Task<ToolRun> BusyThenFineAsync()
    {
        var answers = new Queue<ServedAnswer>([ServedAnswer.Json(Election, 503), ServedAnswer.Json(NoJobs)]);
        return ListFromAsync(_ => answers.Dequeue());
    }

    private static async Task<ToolRun> ListOverTlsAsync(bool trusted, string? host)
    {
        using var certificates = new TestCertificates();
        using var folder = new TempFolder();
        await using var server = new ScriptedServer(_ => ServedAnswer.Json(NoJobs), new ServedTls(certificates.Issue("jobmanager", host)));
        File.WriteAllText(folder["ca.pem"], certificates.Authority.ExportCertificatePem());
        string[] trust = trusted ? [$"-Dsecurity.ssl.rest.truststore={folder["ca.pem"]}"] : [];
        return await ListAsync($"https://{server.Address}", trust);
    }

    private static async Task<ToolRun> ForgottenAsync(Action<FakeCluster> andThen)
    {
        await using var cluster = new FakeCluster();
        using var state = new TempFolder();
        var variables = new Dictionary<string, string> { ["XDG_STATE_HOME"] = state.Path };
        var begun = await ToolRun.WithVariablesAsync(variables, ["savepoint", "-detached", "-m", cluster.Address, FakeCluster.Job]);
        cluster.ForgetResults();
        andThen(cluster);
        return await ToolRun.WithVariablesAsync(variables, ["operation", "wait", begun.Output.TrimEnd()[^32..]]);
    }

    private static async Task<ToolRun> LeaderChangeAsync(bool comesBack)
    {
        var cluster = new FakeCluster { Location = null };
        var run = ToolRun.OfAsync(
            ["savepoint", "-m", cluster.Address, FakeCluster.Job, "-Drest.retry.delay=20", "-Drest.retry.max-attempts=40"]);
        await UntilWaitingAsync(cluster);
        await cluster.DisposeAsync();
        if (!comesBack) return await run;

        await using var successor = new FakeCluster(cluster.Port);
        successor.Restart(TimeProvider.System);
        return await run;
    }

    private static async Task<ToolRun> WaitAsync(params string[] options)
    {
        await using var cluster = new FakeCluster { Location = null };
        return await ToolRun.OfAsync(["savepoint", "-m", cluster.Address, FakeCluster.Job, .. options]);
    }

    private static async Task<ToolRun> InterruptedAsync()
    {
        using var interruption = new CancellationTokenSource();
        await using var cluster = new FakeCluster { Location = null };
        var run = ToolRun.WithCancellationAsync(
            new Dictionary<string, string>(), ["savepoint", "-m", cluster.Address, FakeCluster.Job], interruption.Token);
        await UntilWaitingAsync(cluster);
        await interruption.CancelAsync();
        return await run;
    }

    private static async Task UntilWaitingAsync(FakeCluster cluster)
    {
        while (!cluster.Requests.Any(request => request.Method == "GET")) await Task.Delay(TimeSpan.FromMilliseconds(5));
    }
}
