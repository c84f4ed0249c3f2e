using System.Text.Json;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Transcripts;

public sealed class StateListTests
{
    private static readonly string Snapshot = GoldenCase.Load("2.2", "canonical-rocksdb").SnapshotPath;

    [Theory]
    [InlineData("state-list.txt", "")]
    [InlineData("state-list-wide.txt", "--operator tumbling -o wide")]
    [InlineData("state-list-skew.txt", "--operator kinds --state by-name --skew")]
    [InlineData("state-list-types.txt", "--operator kinds --no-count")]
    [InlineData("state-list-name.txt", "--operator gate -o name")]
    public async Task States_are_shown_as_asked_for(string transcript, string options)
    {
        var run = await ToolRun.OfAsync(["state", "list", Snapshot, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be(File.ReadAllText(Fixtures.PathOf("transcripts", transcript)));
    }

    [Fact]
    public async Task Json_and_yaml_say_the_same()
    {
        var json = await ToolRun.OfAsync("state", "list", Snapshot, "--skew", "-o", "json");
        var yaml = await ToolRun.OfAsync("state", "list", Snapshot, "--skew", "-o", "yaml");

        using var document = JsonDocument.Parse(json.Output);
        YamlText.Leaves(yaml.Output).Should().Equal(YamlText.Leaves(document.RootElement));
        var root = document.RootElement;
        root.GetProperty("apiVersion").GetString().Should().Be("savepointctl/v1");
        root.GetProperty("kind").GetString().Should().Be("StateList");
        var items = root.GetProperty("items").EnumerateArray().ToList();
        items.Sum(state => state.GetProperty("bytes").GetInt64()).Should().Be(root.GetProperty("totalBytes").GetInt64());
        items.Sum(state => state.GetProperty("share").GetDouble()).Should().BeApproximately(1, 0.01);
        var count = items.Single(state => state.GetProperty("name").GetString() == "count");
        count.GetProperty("operator").GetProperty("uid").GetString().Should().Be("kinds");
        count.GetProperty("entries").GetInt64().Should().Be(100);
        count.GetProperty("skew").GetProperty("largestKeys")[0].GetProperty("value").ValueKind.Should().Be(JsonValueKind.Number);
    }

    [Theory]
    [InlineData(ExitCode.NotFound, "no operator 'nope'", "--operator nope")]
    [InlineData(ExitCode.NotFound, "no state 'nope'", "--state nope")]
    [InlineData(ExitCode.Usage, "exclude each other", "--skew --no-count")]
    public async Task What_is_not_there_or_not_understood_is_one_error(ExitCode exitCode, string message, string options)
    {
        var run = await ToolRun.OfAsync(["state", "list", Snapshot, .. options.Split(' ')]);

        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain($"{message}");
    }
}
