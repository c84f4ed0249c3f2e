using System.Globalization;
using System.Text;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Testing;
using SavepointCli.Testing.Http;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Cluster.Tests.Discovery;

/// <summary>Answers of a real ResourceManager, over real sockets, lead to the address that the application master registered.</summary>
#pragma warning disable CA1001 // what it owns is disposed of by IAsyncLifetime
public sealed class YarnTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Application = "application_1795374349287_0001";
    private const string RecordedPort = ":9122";

    private readonly TempFolder _folder = new();
    private readonly ScriptedServer _flink = new(LookedUp.Flink);
    private ScriptedServer _manager = null!;
    private string _recording = "yarn-rm-app";

    public Task InitializeAsync()
    {
        _manager = new ScriptedServer(Answer);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _manager.DisposeAsync();
        await _flink.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_option_finds_the_address_of_the_application_master()
    {
        WriteSite(("yarn.resourcemanager.webapp.address", _manager.Address));

        var version = await LookedUp.AskVersionAsync(Hadoop(), LookedUp.Select(yarn: Application));

        version.Should().Be("1.20.5");
        _manager.Requests.Should().ContainSingle().Which.Path.Should().Be($"/ws/v1/cluster/apps/{Application}");
    }

    [Fact]
    public async Task A_setting_says_where_the_ResourceManager_is_without_any_file()
    {
        var selection = LookedUp.Select(
            target: "yarn-session",
            properties: [("yarn.application.id", Application), ("yarn.resourcemanager.webapp.address", _manager.Address)]);

        var endpoint = await LookedUp.LocateAsync(new Dictionary<string, string>(), selection);

        endpoint.Address.ToString().Should().Be($"http://{_flink.Address}");
        endpoint.Reference.YarnApplication.Should().Be(Application);
        endpoint.Reference.ToSelection().Properties.Should().Contain(
            KeyValuePair.Create("yarn.resourcemanager.webapp.address", _manager.Address), "a later command has to find it again");
    }

    [Fact]
    public async Task An_id_among_the_settings_alone_is_not_YARN_as_in_Flink()
    {
        var endpoint = await LookedUp.LocateAsync(
            new Dictionary<string, string> { ["XDG_STATE_HOME"] = _folder.Path },
            LookedUp.Select(properties: [("yarn.application.id", Application)]));

        endpoint.Address.ToString().Should().Be("http://localhost:8081");
    }

    [Fact]
    public async Task The_session_file_names_the_application_unless_an_address_is_given()
    {
        File.WriteAllText(
            _folder[".yarn-properties-me"],
            $"#Generated\n#now\ndynamicPropertiesString=rest.retry.delay\\=1@@x\\=y\napplicationID={Application}\n");
        File.WriteAllText(_folder["config.yaml"], $"yarn.properties-file.location: {_folder.Path}\nrest.address: configured\n");
        WriteSite(("yarn.resourcemanager.webapp.address", _manager.Address));
        var variables = Hadoop();
        variables["FLINK_CONF_DIR"] = _folder.Path;

        var session = await LookedUp.LocateAsync(variables, LookedUp.Select());
        session.Address.ToString().Should().Be($"http://{_flink.Address}");
        session.Rest.RetryDelay.Should().Be(TimeSpan.FromMilliseconds(1));
        (await LookedUp.LocateAsync(variables, LookedUp.Select("h:1"))).Address.ToString().Should().Be("http://h:1");

        File.WriteAllText(_folder[".yarn-properties-me"], "applicationID=application_x\n");
        (await LookedUp.LocateAsync(variables, LookedUp.Select())).Address.ToString().Should().Be("http://configured:8081");
    }

    [Fact]
    public async Task Of_two_ResourceManagers_the_one_on_standby_points_to_the_active_one_and_a_dead_one_is_skipped()
    {
        string dead;
        await using (var gone = new ScriptedServer(_ => ServedAnswer.Hangup)) dead = gone.Address;
        await using var standby = new ScriptedServer(request => ServedAnswer.Html("standby", 307) with
        {
            Headers = new Dictionary<string, string> { ["Location"] = $"http://{_manager.Address}{request.Path}" },
        });
        WriteSite(
            ("yarn.resourcemanager.ha.rm-ids", "rm1, rm2"),
            ("yarn.resourcemanager.webapp.address.rm1", dead),
            ("yarn.resourcemanager.webapp.address.rm2", standby.Address));

        (await LookedUp.AskVersionAsync(Hadoop(), LookedUp.Select(yarn: Application))).Should().Be("1.20.5");
    }

    [Theory]
    [InlineData("yarn-rm-app-finished", Application, ExitCode.NotFound, "*doesn't run anymore: FINISHED, SUCCEEDED*")]
    [InlineData("yarn-rm-app-unknown", "application_1_0001", ExitCode.NotFound, "*does not know the application application_1_0001*")]
    [InlineData("yarn-rm-app", "app_1", ExitCode.Usage, "'app_1' is no id of a YARN application")]
    public async Task What_does_not_run_is_said(string recording, string application, ExitCode code, string message)
    {
        _recording = recording;
        WriteSite(("yarn.resourcemanager.webapp.address", _manager.Address));

        var locating = () => LookedUp.LocateAsync(Hadoop(), LookedUp.Select(yarn: application));

        (await locating.Should().ThrowAsync<SavepointException>().WithMessage(message)).Which.ExitCode.Should().Be(code);
    }

    [Fact]
    public async Task Without_a_ResourceManager_it_says_what_to_set()
    {
        var locating = () => LookedUp.LocateAsync(new Dictionary<string, string>(), LookedUp.Select(yarn: Application));

        var fault = (await locating.Should().ThrowAsync<SavepointException>()).Which;
        fault.ExitCode.Should().Be(ExitCode.Usage);
        fault.Hint.Should().Contain("HADOOP_CONF_DIR");
    }

    [Fact]
    public async Task An_application_master_that_comes_back_elsewhere_is_found_again()
    {
        WriteSite(("yarn.resourcemanager.webapp.address", _manager.Address));
        var endpoint = await LookedUp.LocateAsync(Hadoop(), LookedUp.Select(yarn: Application, properties: [("rest.retry.delay", "1")]));
        string gone;
        await using (var before = new ScriptedServer(_ => ServedAnswer.Hangup)) gone = before.Address;
        var notes = new List<string>();

        var outdated = endpoint with { Address = ClusterAddress.Parse(gone) };
        using var client = new Cluster.Rest.FlinkRestClient(outdated, TimeProvider.System, notes.Add);

        (await client.GetVersionAsync(CancellationToken.None)).Should().Be("1.20.5");
        notes.Should().Contain($"the cluster is at http://{_flink.Address} now");
    }

    private Dictionary<string, string> Hadoop() => new()
    {
        ["HADOOP_CONF_DIR"] = _folder.Path,
        ["USER"] = "me",
        ["XDG_STATE_HOME"] = _folder.Path,
    };

    private ServedAnswer Answer(ServedRequest request)
    {
        var recorded = RecordingArchive.Rest("2.2.1").LoadExchange(_recording);
        var port = string.Create(CultureInfo.InvariantCulture, $":{_flink.Port}");
        var body = Encoding.UTF8.GetString(recorded.ResponseBody).Replace(RecordedPort, port, StringComparison.Ordinal);
        return ServedAnswer.Json(body, recorded.Status);
    }

    private void WriteSite(params (string Name, string Value)[] properties)
    {
        var elements = properties.Select(property => $"<property><name>{property.Name}</name><value>{property.Value}</value></property>");
        var document = $"<?xml version=\"1.0\"?>\n<!-- ours -->\n<configuration>{string.Join('\n', elements)}</configuration>";
        File.WriteAllText(_folder["yarn-site.xml"], document);
    }
}
