using SavepointCli.Cluster.Discovery;
using SavepointCli.Testing;

namespace SavepointCli.Cluster.Tests.Discovery;

public sealed class ClusterLocatorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private Dictionary<string, string> ConfiguredHere => new() { ["FLINK_CONF_DIR"] = _folder.Path };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_any_word_it_is_the_default()
    {
        Locate(new Dictionary<string, string>(), ClusterSelection.Unspecified).Should().Be("http://localhost:8081");
    }

    [Fact]
    public void A_cluster_started_here_is_found_by_its_record()
    {
        new EmbeddedClusterRecord(1, "http://127.0.0.1:4711", null).Save(_folder["savepointctl", "cluster.json"]);

        Locate(new Dictionary<string, string>(), ClusterSelection.Unspecified).Should().Be("http://127.0.0.1:4711");
    }

    [Fact]
    public void Configuration_beats_the_record_and_options_beat_configuration()
    {
        new EmbeddedClusterRecord(1, "http://127.0.0.1:4711", null).Save(_folder["savepointctl", "cluster.json"]);
        File.WriteAllText(_folder["config.yaml"], "rest:\n  address: configured\n  port: 1000\n");
        var variables = ConfiguredHere;

        Locate(variables, ClusterSelection.Unspecified).Should().Be("http://configured:1000");
        Locate(variables, Selection("option:2000")).Should().Be("http://option:2000");
        Locate(variables, Selection("option:2000", ("rest.port", "3000"))).Should().Be("http://option:3000");
        Locate(variables, Selection(null, ("rest.address", "property"))).Should().Be("http://property:1000");

        variables["SAVEPOINTCTL_CLUSTER"] = "variable:5000";
        Locate(variables, ClusterSelection.Unspecified).Should().Be("http://variable:5000");
        Locate(variables, Selection("option:2000")).Should().Be("http://option:2000");
    }

    [Fact]
    public void The_older_configuration_file_wins_as_it_does_in_Flink()
    {
        File.WriteAllText(_folder["config.yaml"], "rest:\n  address: newer\n");
        File.WriteAllText(_folder["flink-conf.yaml"], "jobmanager.rpc.address: older\nrest.port: 9000\n");

        Locate(ConfiguredHere, ClusterSelection.Unspecified).Should().Be("http://older:9000");
    }

    [Fact]
    public void A_target_makes_the_configuration_count_and_the_address_option_not()
    {
        File.WriteAllText(_folder["config.yaml"], "rest.address: configured\nexecution.target: remote\n");

        Locate(ConfiguredHere, Selection("option:2000")).Should().Be("http://configured:8081");
    }

    [Fact]
    public void A_configuration_directory_without_configuration_is_wrong_usage()
    {
        var locating = () => Locate(ConfiguredHere, ClusterSelection.Unspecified);

        locating.Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Usage);
    }

    [Theory]
    [InlineData("yarn-session", null, null)]
    [InlineData("kubernetes-session", null, null)]
    [InlineData(null, "application_1_1", null)]
    [InlineData(null, null, "yarn-cluster")]
    public void Deployments_that_are_not_supported_are_refused_and_not_mistaken_for_another_cluster(
        string? target, string? yarn, string? jobManager)
    {
        var locating = () => Locate(new Dictionary<string, string>(), new ClusterSelection(jobManager, target, yarn, []));

        locating.Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Unsupported);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("null")]
    public void A_damaged_record_names_its_file(string content)
    {
        Directory.CreateDirectory(_folder["savepointctl"]);
        File.WriteAllText(_folder["savepointctl", "cluster.json"], content);

        var locating = () => Locate(new Dictionary<string, string>(), ClusterSelection.Unspecified);

        locating.Should().Throw<SavepointException>().WithMessage($"*{_folder["savepointctl", "cluster.json"]}*");
    }

    private static ClusterSelection Selection(string? jobManager, params (string Key, string Value)[] properties) =>
        new(jobManager, null, null, [.. properties.Select(property => KeyValuePair.Create(property.Key, property.Value))]);

    private string Locate(IReadOnlyDictionary<string, string> variables, ClusterSelection selection) =>
        new ClusterLocator(new Dictionary<string, string>(variables) { ["XDG_STATE_HOME"] = _folder.Path })
            .Locate(selection).Address.ToString();
}
