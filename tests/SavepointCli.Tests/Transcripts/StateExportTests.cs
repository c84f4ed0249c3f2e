using System.Text.Json;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Transcripts;

public sealed class StateExportTests : IDisposable
{
    private static readonly string Snapshot = GoldenCase.Load("2.2", "canonical-rocksdb").SnapshotPath;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_files_are_listed()
    {
        var run = await ToolRun.OfAsync("state", "export", Snapshot, "--operator", "kinds", "--format", "csv", "--out", _folder["out"]);

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Error.Should().BeEmpty();
        run.Output.Replace(_folder.Path, "/FOLDER").Should().Be(File.ReadAllText(Fixtures.PathOf("transcripts", "state-export.txt")));
    }

    [Fact]
    public async Task Json_and_names_are_for_scripts()
    {
        var json = await ToolRun.OfAsync("state", "export", Snapshot, "--operator", "gate", "--out", _folder["a"], "-o", "json");
        var names = await ToolRun.OfAsync("state", "export", Snapshot, "--operator", "gate", "--out", _folder["b"], "-o", "name");

        using var document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("kind").GetString().Should().Be("StateExport");
        document.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("state").GetString()).Should().BeEquivalentTo("gate-owners", "gate-passed");
        names.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2).And.OnlyContain(path => File.Exists(path));
    }

    [Theory]
    [InlineData(ExitCode.Usage, "Option '--out' is required", "")]
    [InlineData(ExitCode.Usage, "'xml' is no form of files", "--format xml --out /tmp/x")]
    [InlineData(ExitCode.NotFound, "no operator 'nope'", "--operator nope --out /tmp/x")]
    [InlineData(ExitCode.Refused, "is not empty", "--out /")]
    public async Task What_cannot_be_exported_is_one_error(ExitCode exitCode, string message, string options)
    {
        var run = await ToolRun.OfAsync(["state", "export", Snapshot, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        run.ExitCode.Should().Be(exitCode);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(message);
    }
}
