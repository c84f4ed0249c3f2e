using SavepointCli.Testing;
using SavepointCli.Testing.Http;

namespace SavepointCli.Tests.Commands;

/// <summary>Settings of ours: which layer counts, what is shown of it, and contexts.</summary>
public sealed class ConfigCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private Dictionary<string, string> World => new() { ["XDG_CONFIG_HOME"] = _folder["user"] };

    private string UserFile => _folder["user", "savepointctl", "config.yaml"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Contexts_are_created_used_listed_and_deleted()
    {
        (await RunAsync("config", "set-context", "prod", "--cluster", "https://flink:8443/prod", "--timeout", "15min")).Output
            .Should().Be("Context \"prod\" created.\n");
        (await RunAsync("config", "set-context", "test", "--cluster", "test:8081")).ExitCode.Should().Be(ExitCode.Done);
        (await RunAsync("config", "set-context", "test", "--user", "me")).Output.Should().Be("Context \"test\" modified.\n");
        (await RunAsync("config", "use-context", "test")).Output.Should().Be("Switched to context \"test\".\n");

        (await RunAsync("config", "current-context")).Output.Should().Be("test\n");
        (await RunAsync("config", "get-contexts", "-o", "name")).Output.Should().Be("prod\ntest\n");
        (await File.ReadAllTextAsync(UserFile)).Should().Be(
            """
            current-context: test
            contexts:
              prod:
                cluster: "https://flink:8443/prod"
                timeout: "15min"
              test:
                cluster: "test:8081"
                user: me

            """);

        (await RunAsync("config", "delete-context", "test")).ExitCode.Should().Be(ExitCode.Done);
        (await RunAsync("config", "current-context")).ExitCode.Should().Be(ExitCode.NotFound);
    }

    [Fact]
    public async Task Every_layer_beats_those_below_it()
    {
        Write(UserFile, "cluster: user:1\nrequest-timeout: 5s\ncontexts:\n  c:\n    cluster: context:2\n");
        Write(_folder["other.yaml"], "cluster: file:3\n");
        Write(_folder["conf", "config.yaml"], "rest:\n  address: flink\n");
        var world = World;
        world["FLINK_CONF_DIR"] = _folder["conf"];

        (await ClusterShownAsync(world)).Should().Be($"user:1  {UserFile}");
        (await ClusterShownAsync(world, "--config", _folder["other.yaml"])).Should().Be($"file:3  {_folder["other.yaml"]}");
        (await ClusterShownAsync(world, "--context", "c")).Should().Be($"context:2  context 'c' in {UserFile}");
        world["SAVEPOINTCTL_CLUSTER"] = "variable:4";
        (await ClusterShownAsync(world, "--context", "c")).Should().Be("variable:4  SAVEPOINTCTL_CLUSTER");
    }

    [Fact]
    public async Task Settings_of_Flink_are_shown_with_their_file_and_secrets_are_not()
    {
        Write(_folder["conf", "flink-conf.yaml"], "rest.address: flink\nsecurity.ssl.rest.truststore-password: hush\n");
        var world = World;
        world["FLINK_CONF_DIR"] = _folder["conf"];

        var run = await ToolRun.WithVariablesAsync(world, "config", "view", "--show-origin");

        run.Output.Should().MatchRegex($"rest\\.address +flink +{_folder["conf", "flink-conf.yaml"]}\n").And.NotContain("hush");
    }

    [Fact]
    public async Task The_cluster_of_the_context_is_the_one_that_is_asked()
    {
        await using var server = new ScriptedServer(_ => ServedAnswer.Json("""{"jobs":[]}"""));
        Write(UserFile, $"current-context: here\ncontexts:\n  here:\n    cluster: {server.Address}\n  there:\n    cluster: 127.0.0.1:1\n");

        (await RunAsync("list")).ExitCode.Should().Be(ExitCode.Done);
        (await RunAsync("list", "--context", "there", "-Drest.retry.max-attempts=0")).Error
            .Should().Contain("context 'there'");
        (await RunAsync("list", "--context", "there", "-m", server.Address)).ExitCode.Should().Be(ExitCode.Done);
    }

    [Theory]
    [InlineData("clutser: a:1\n", "there is no setting 'clutser'")]
    [InlineData("cluster:\n  a: 1\n", "'cluster' takes one value")]
    [InlineData("contexts:\n  c: text\n", "the context 'c' has no settings")]
    [InlineData("current-context: gone\n", "there is no context 'gone'")]
    [InlineData("cluster: a:1\ncluster: b:1\n", "the key 'cluster' for the second time")]
    public async Task A_file_that_says_nonsense_is_wrong_usage(string content, string message)
    {
        Write(UserFile, content);

        var run = await RunAsync("config", "view");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Error.Should().Contain(message);
    }

    [Theory]
    [InlineData("config", "view", "--config", "/nowhere.yaml")]
    [InlineData("config", "set-context", "c", "--timeout", "soon")]
    [InlineData("config", "set-context", "c", "--cluster", "noport")]
    [InlineData("config", "use-context", "nobody")]
    public async Task What_could_never_be_used_is_refused(params string[] arguments)
    {
        (await RunAsync(arguments)).ExitCode.Should().Be(ExitCode.Usage);
        File.Exists(UserFile).Should().BeFalse();
    }

    private static void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private static async Task<string> ClusterShownAsync(Dictionary<string, string> world, params string[] options)
    {
        var run = await ToolRun.WithVariablesAsync(world, ["config", "view", "--show-origin", .. options]);
        var words = run.Output.Split('\n').Single(line => line.StartsWith("cluster ", StringComparison.Ordinal));
        return string.Join("  ", words.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1));
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.WithVariablesAsync(World, arguments);
}
