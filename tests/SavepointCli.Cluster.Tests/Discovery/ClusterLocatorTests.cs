using SavepointCli.Cluster.Discovery;
using SavepointCli.Testing;

namespace SavepointCli.Cluster.Tests.Discovery;

public sealed class ClusterLocatorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private Dictionary<string, string> ConfiguredHere => new() { ["FLINK_CONF_DIR"] = _folder.Path };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_any_word_it_is_the_default()
    {
        (await LocateAsync(new Dictionary<string, string>(), ClusterSelection.Unspecified)).Should().Be("http://localhost:8081");
    }

    [Fact]
    public async Task A_cluster_started_here_is_found_by_its_record()
    {
        new EmbeddedClusterRecord(1, "http://127.0.0.1:4711", null).Save(_folder["savepointctl", "cluster.json"]);

        (await LocateAsync(new Dictionary<string, string>(), ClusterSelection.Unspecified)).Should().Be("http://127.0.0.1:4711");
    }

    [Fact]
    public async Task Configuration_beats_the_record_and_options_beat_configuration()
    {
        new EmbeddedClusterRecord(1, "http://127.0.0.1:4711", null).Save(_folder["savepointctl", "cluster.json"]);
        File.WriteAllText(_folder["config.yaml"], "rest:\n  address: configured\n  port: 1000\n");
        var variables = ConfiguredHere;

        (await LocateAsync(variables, ClusterSelection.Unspecified)).Should().Be("http://configured:1000");
        (await LocateAsync(variables, Selection("option:2000"))).Should().Be("http://option:2000");
        (await LocateAsync(variables, Selection("option:2000", ("rest.port", "3000")))).Should().Be("http://option:3000");
        (await LocateAsync(variables, Selection(null, ("rest.address", "property")))).Should().Be("http://property:1000");

        variables["SAVEPOINTCTL_CLUSTER"] = "variable:5000";
        (await LocateAsync(variables, ClusterSelection.Unspecified)).Should().Be("http://variable:5000");
        (await LocateAsync(variables, Selection("option:2000"))).Should().Be("http://option:2000");
    }

    [Fact]
    public async Task The_older_configuration_file_wins_as_it_does_in_Flink()
    {
        File.WriteAllText(_folder["config.yaml"], "rest:\n  address: newer\n");
        File.WriteAllText(_folder["flink-conf.yaml"], "jobmanager.rpc.address: older\nrest.port: 9000\n");

        (await LocateAsync(ConfiguredHere, ClusterSelection.Unspecified)).Should().Be("http://older:9000");
    }

    [Fact]
    public async Task A_target_makes_the_configuration_count_and_the_address_option_not()
    {
        File.WriteAllText(_folder["config.yaml"], "rest.address: configured\nexecution.target: remote\n");

        (await LocateAsync(ConfiguredHere, Selection("option:2000"))).Should().Be("http://configured:8081");
    }

    [Fact]
    public async Task A_configuration_directory_without_configuration_is_wrong_usage()
    {
        var locating = () => LocateAsync(ConfiguredHere, ClusterSelection.Unspecified);

        (await locating.Should().ThrowAsync<SavepointException>()).Which.ExitCode.Should().Be(ExitCode.Usage);
    }

    [Theory]
    [InlineData("yarn-session", null, null)]
    [InlineData("kubernetes-session", null, null)]
    [InlineData("kubernetes-application", null, null)]
    [InlineData(null, null, "yarn-cluster")]
    public async Task A_deployment_without_the_name_of_a_cluster_is_wrong_usage(string? target, string? yarn, string? jobManager)
    {
        var locating = () => LocateAsync(new Dictionary<string, string>(), new ClusterSelection(jobManager, target, yarn, []));

        var fault = (await locating.Should().ThrowAsync<SavepointException>()).Which;
        fault.ExitCode.Should().Be(ExitCode.Usage);
        fault.Message.Should().Be("No cluster id was specified. Please specify a cluster to which you would like to connect");
    }

    [Theory]
    [InlineData("local")]
    [InlineData("bogus")]
    public async Task A_target_that_nobody_serves_is_refused_and_not_mistaken_for_another_cluster(string target)
    {
        var locating = () => LocateAsync(new Dictionary<string, string>(), new ClusterSelection("host:1", target, null, []));

        (await locating.Should().ThrowAsync<SavepointException>()).Which.ExitCode.Should().Be(ExitCode.Unsupported);
    }

    [Fact]
    public async Task A_user_in_the_address_is_refused_and_does_not_show_up_in_the_message()
    {
        var locating = () => LocateAsync(new Dictionary<string, string>(), Selection("http://me:secret@host:8081/x"));

        var fault = (await locating.Should().ThrowAsync<SavepointException>()).Which;
        fault.ExitCode.Should().Be(ExitCode.Usage);
        fault.ToString().Should().Contain("http://host:8081/x").And.NotContain("secret");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_damaged_record_names_its_file(string content)
    {
        Directory.CreateDirectory(_folder["savepointctl"]);
        File.WriteAllText(_folder["savepointctl", "cluster.json"], content);

        var locating = () => LocateAsync(new Dictionary<string, string>(), ClusterSelection.Unspecified);

        await locating.Should().ThrowAsync<SavepointException>().WithMessage($"*{_folder["savepointctl", "cluster.json"]}*");
    }

    private static ClusterSelection Selection(string? jobManager, params (string Key, string Value)[] properties) =>
        new(jobManager, null, null, [.. properties.Select(property => KeyValuePair.Create(property.Key, property.Value))]);

    private async Task<string> LocateAsync(IReadOnlyDictionary<string, string> variables, ClusterSelection selection)
    {
        var locator = new ClusterLocator(new Dictionary<string, string>(variables) { ["XDG_STATE_HOME"] = _folder.Path });
        return (await locator.LocateAsync(selection, CancellationToken.None)).Address.ToString();
    }
}
