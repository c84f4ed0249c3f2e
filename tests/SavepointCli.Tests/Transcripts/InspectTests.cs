using System.Text.Json;
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
        run.Output.Replace(golden.SnapshotPath, "/SNAPSHOT").Should().Be(Transcript("inspect-canonical-hashmap.txt"));
    }

    [Fact]
    public async Task A_checkpoint_says_what_ties_it_to_its_place()
    {
        var golden = GoldenCase.Load("1.20", "checkpoint-changelog");

        var run = await ToolRun.OfAsync(
            ["inspect", golden.MetadataPath, .. golden.Mappings.SelectMany(mapping => new[] { "--map", $"{mapping.Key}={mapping.Value}" })]);

        run.Error.Should().BeEmpty();
        run.Output.Should().Contain("Kind:         changelog checkpoint\n")
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
    [InlineData("inspect /x -o yaml", ExitCode.Usage, "'yaml' is no form of output")]
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

    private static string Transcript(string name) => File.ReadAllText(Fixtures.PathOf("transcripts", name));
}
