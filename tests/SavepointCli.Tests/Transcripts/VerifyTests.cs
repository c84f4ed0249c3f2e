using System.Text.Json;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Transcripts;

public sealed class VerifyTests
{
    [Fact]
    public async Task A_snapshot_that_is_whole_is_said_to_be_so()
    {
        var golden = GoldenCase.Load("2.2", "canonical-rocksdb");

        var run = await ToolRun.OfAsync("verify", golden.SnapshotPath, "--read-data");

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Error.Should().BeEmpty();
        run.Output.Replace(golden.SnapshotPath, "/SNAPSHOT").Should().Be(Transcript("verify-ok.txt"));
    }

    [Fact]
    public async Task A_damaged_snapshot_is_shown_with_all_that_is_wrong_and_ends_with_11()
    {
        using var folder = new TempFolder();
        var copy = Damaged(folder);

        var run = await ToolRun.OfAsync("verify", copy, "--read-data");

        run.ExitCode.Should().Be(ExitCode.Damaged);
        run.Output.Replace(copy, "/SNAPSHOT").Should().Be(Transcript("verify-damaged.txt"));
    }

    [Fact]
    public async Task Json_has_a_version_a_result_and_the_findings()
    {
        using var folder = new TempFolder();
        var copy = Damaged(folder);

        var json = await ToolRun.OfAsync("verify", copy, "-o", "json");
        var yaml = await ToolRun.OfAsync("verify", copy, "-o", "yaml");

        json.ExitCode.Should().Be(ExitCode.Damaged);
        using var document = JsonDocument.Parse(json.Output);
        YamlText.Leaves(yaml.Output).Should().Equal(YamlText.Leaves(document.RootElement));
        var root = document.RootElement;
        root.GetProperty("apiVersion").GetString().Should().Be("savepointctl/v1");
        root.GetProperty("kind").GetString().Should().Be("SnapshotVerification");
        root.GetProperty("result").GetString().Should().Be("damaged");
        root.GetProperty("depth").GetString().Should().Be("files");
        root.GetProperty("errors").GetInt32().Should().Be(1);
        root.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).Should().Equal("file-length", "file-unreferenced");
    }

    [Fact]
    public async Task Warnings_are_damage_only_for_who_is_strict()
    {
        using var folder = new TempFolder();
        var copy = folder.CopyOf(GoldenCase.Load("1.20", "canonical-hashmap").SnapshotPath, "copy");
        File.WriteAllText(Path.Combine(copy, "stray"), "");

        (await ToolRun.OfAsync("verify", copy)).ExitCode.Should().Be(ExitCode.Done);
        (await ToolRun.OfAsync("verify", copy, "--strict")).ExitCode.Should().Be(ExitCode.Damaged);
    }

    [Theory]
    [InlineData("--structure", 20, 0, 0)]
    [InlineData("", 20, 2, 0)]
    [InlineData("--read-data-subset 3/7", 20, 2, 100)]
    public async Task The_depth_is_as_asked_for(string options, int operators, int files, int leastEntries)
    {
        var golden = GoldenCase.Load("1.20", "canonical-hashmap");

        var run = await ToolRun.OfAsync(["verify", golden.SnapshotPath, "-o", "json", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        using var document = JsonDocument.Parse(run.Output);
        var seen = document.RootElement.GetProperty("checked");
        seen.GetProperty("operators").GetInt32().Should().Be(operators);
        seen.GetProperty("files").GetInt32().Should().Be(files);
        seen.GetProperty("entries").GetInt64().Should().BeGreaterThanOrEqualTo(leastEntries);
    }

    [Fact]
    public async Task A_moved_checkpoint_is_checked_where_it_lies_now()
    {
        var golden = GoldenCase.Load("1.20", "checkpoint-changelog");

        var without = await ToolRun.OfAsync("verify", golden.SnapshotPath);
        var with = await ToolRun.OfAsync(
            ["verify", golden.SnapshotPath, "--read-data", .. golden.Mappings.SelectMany(mapping => new[] { "--map", $"{mapping.Key}={mapping.Value}" })]);

        without.ExitCode.Should().Be(ExitCode.Damaged);
        without.Output.Should().Contain("error file-missing: the file is missing\n  at /tmp/golden/1.20/dstl/");
        with.ExitCode.Should().Be(ExitCode.Done);
    }

    [Theory]
    [InlineData("verify", ExitCode.Usage, "Required argument missing")]
    [InlineData("verify /x --structure --read-data", ExitCode.Usage, "exclude each other")]
    [InlineData("verify /x --read-data-subset 8/7", ExitCode.Usage, "'8/7' is no part of the data")]
    [InlineData("verify /x -o wide", ExitCode.Usage, "'wide' is no form of output; expected one of: table, json, yaml")]
    [InlineData("verify /no/such/place", ExitCode.NotFound, "Cannot find checkpoint or savepoint")]
    public async Task What_cannot_be_verified_ends_with_one_error_and_a_hint(string commandLine, ExitCode exitCode, string message)
    {
        var run = await ToolRun.OfAsync(commandLine.Split(' '));

        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("error: ").And.Contain(message).And.Contain("\n  try: ");
    }

    private static string Damaged(TempFolder folder)
    {
        var copy = folder.CopyOf(GoldenCase.Load("1.20", "canonical-hashmap").SnapshotPath, "copy");
        var file = Directory.EnumerateFiles(copy).Where(path => Path.GetFileName(path) != "_metadata").Order(StringComparer.Ordinal).First();
        using (var stream = new FileStream(file, FileMode.Open)) stream.SetLength(stream.Length - 1);
        File.WriteAllText(Path.Combine(copy, "stray"), "left over");
        return copy;
    }

    private static string Transcript(string name) => File.ReadAllText(Fixtures.PathOf("transcripts", name));
}
