using System.Text.Json;
using System.Text.RegularExpressions;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Transcripts;

public sealed class InspectTests
{
    [Fact]
    public async Task A_savepoint_is_shown_as_a_table()
    {
        var golden = GoldenCase.Load("1.16", "canonical-hashmap");

        var run = await ToolRun.OfAsync("inspect", golden.SnapshotPath, "--uid", "kinds", "--uid", "gate", "--uid", "rules");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(ExitCode.Done);
        Normalised(run.Output, golden).Should().Be(Transcript("inspect-canonical-hashmap.txt"));
    }

    [Fact]
    public async Task The_wide_table_names_the_states()
    {
        var golden = GoldenCase.Load("2.2", "avro-native-hashmap");

        var run = await ToolRun.OfAsync("inspect", golden.SnapshotPath, "-o", "wide");

        Normalised(run.Output, golden).Should().Be(Transcript("inspect-wide.txt"));
    }

    [Fact]
    public async Task The_names_of_operators_stand_alone_one_a_line()
    {
        var run = await ToolRun.OfAsync("inspect", GoldenCase.Load("2.2", "canonical-rocksdb").SnapshotPath, "-o", "name");

        run.Error.Should().BeEmpty();
        run.Output.Split('\n').Should().StartWith(["numbers", "tumbling"]).And.Contain("22d1504c124ff4e299cc67138bf8cc1c").And.HaveCount(21);
    }

    [Fact]
    public async Task Yaml_says_what_json_says()
    {
        var golden = GoldenCase.Load("2.2", "canonical-rocksdb");

        var json = await ToolRun.OfAsync("inspect", golden.SnapshotPath, "-o", "json");
        var yaml = await ToolRun.OfAsync("inspect", golden.SnapshotPath, "-o", "yaml");

        yaml.ExitCode.Should().Be(ExitCode.Done);
        using var document = JsonDocument.Parse(json.Output);
        YamlText.Leaves(yaml.Output).Should().Equal(YamlText.Leaves(document.RootElement));
    }

    [Fact]
    public async Task A_checkpoint_that_was_moved_as_a_whole_is_found_and_says_so()
    {
        var golden = GoldenCase.Load("1.20", "checkpoint-file-merging");

        var run = await ToolRun.OfAsync("inspect", golden.SnapshotPath);

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Output.Should().Contain("Kind:         full checkpoint, in merged files, kept when the job is cancelled\n")
            .And.MatchRegex("Written:      .* by Flink 1.20\n");
        run.Error.Should().StartWith("note: 5 files were not where the snapshot says and were found beside it: file:/tmp/golden/1.20/checkpoint-file-merging/");
    }

    [Fact]
    public async Task A_checkpoint_says_what_ties_it_to_its_place()
    {
        var golden = GoldenCase.Load("1.20", "checkpoint-changelog");

        var run = await ToolRun.OfAsync(
            ["inspect", golden.MetadataPath, .. golden.Mappings.SelectMany(mapping => new[] { "--map", $"{mapping.Key}={mapping.Value}" })]);

        run.Error.Should().BeEmpty();
        run.Output.Should().Contain("Kind:         changelog checkpoint, kept when the job is cancelled\n")
            .And.MatchRegex(@"Relocatable:  no: \d+ absolute file references, e\.g\. file:/tmp/golden/1\.20/");
    }

    [Fact]
    public async Task Json_has_a_version_and_bytes_as_numbers()
    {
        var golden = GoldenCase.Load("2.2", "canonical-rocksdb");

        var run = await ToolRun.OfAsync("inspect", golden.SnapshotPath, "-o", "json");

        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        root.GetProperty("apiVersion").GetString().Should().Be("savepointctl/v1");
        root.GetProperty("kind").GetString().Should().Be("SnapshotInspection");
        root.GetProperty("path").GetString().Should().Be("file:" + golden.SnapshotPath);
        root.GetProperty("snapshotKind").GetString().Should().Be("canonical-savepoint");
        root.GetProperty("relocatable").GetBoolean().Should().BeTrue();
        var kinds = root.GetProperty("operators").EnumerateArray().Single(state => state.GetProperty("uid").GetString() == "kinds");
        kinds.GetProperty("maxParallelism").GetInt32().Should().Be(128);
        kinds.GetProperty("size").GetProperty("keyedBytes").GetInt64().Should().BePositive();
        kinds.GetProperty("states").EnumerateArray().Select(state => state.GetProperty("name").GetString()).Should().Contain("by-name");
        run.ExitCode.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task State_files_that_are_missing_are_notes_and_not_failures()
    {
        using var folder = new TempFolder();
        File.Copy(GoldenCase.Load("1.20", "canonical-hashmap").MetadataPath, folder["_metadata"]);

        var run = await ToolRun.OfAsync("inspect", folder.Path);

        run.Error.Should().StartWith("note: states of operator ").And.Contain("is missing");
        run.ExitCode.Should().Be(ExitCode.Done);
    }

    [Theory]
    [InlineData("inspect", ExitCode.Usage, "Required argument missing")]
    [InlineData("inspect /no/such/place", ExitCode.NotFound, "Cannot find checkpoint or savepoint file/directory '/no/such/place' on file system 'file'.")]
    [InlineData("inspect file://host/place", ExitCode.Usage, "names the host 'host'")]
    [InlineData("inspect s3://bucket/place", ExitCode.Unsupported, "scheme 's3'")]
    [InlineData("inspect /x -o xml", ExitCode.Usage, "'xml' is no form of output; expected one of: table, wide, name, json, yaml")]
    [InlineData("inspect /x --map nonsense", ExitCode.Usage, "'nonsense' is no mapping of paths")]
    public async Task What_cannot_be_inspected_ends_with_one_error_and_a_hint(string commandLine, ExitCode exitCode, string message)
    {
        var run = await ToolRun.OfAsync(commandLine.Split(' '));

        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("error: ").And.Contain(message).And.Contain("\n  try: ");
    }

    [Fact]
    public async Task Damaged_metadata_names_file_and_place()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["_metadata"], File.ReadAllBytes(GoldenCase.Load("1.20", "canonical-hashmap").MetadataPath)[..100]);

        var run = await ToolRun.OfAsync("inspect", folder.Path);

        run.ExitCode.Should().Be(ExitCode.Damaged);
        run.Error.Should().MatchRegex($@"\Aerror: .* \({folder["_metadata"]} @ \d+\)\n  try: .*\n\z");
    }

    private static string Normalised(string output, GoldenCase golden) =>
        Regex.Replace(output.Replace(golden.SnapshotPath, "/SNAPSHOT"), @"^(Written: +)\S+", "$1<time>", RegexOptions.Multiline);

    private static string Transcript(string name) => File.ReadAllText(Fixtures.PathOf("transcripts", name));
}
