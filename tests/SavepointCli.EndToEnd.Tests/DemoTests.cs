using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SavepointCli.Testing;

namespace SavepointCli.EndToEnd.Tests;

/// <summary>The demonstration, as somebody runs it who has just cloned the repository.</summary>
public sealed partial class DemoTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_shows_the_whole_life_of_a_savepoint_and_leaves_nothing_behind()
    {
        using var demo = await ToolProcess.RunAsync(_folder.Path, "demo");

        demo.Error.Should().BeEmpty();
        demo.ExitCode.Should().Be(0);
        Command().Matches(demo.Output).Select(match => match.Groups["verb"].Value).Should().Equal(
            "cluster", "run", "list", "savepoint", "inspect", "state", "stop", "state", "run", "stop", "state", "savepoint", "cluster");
        demo.Output.Should().Contain("The counts carried on from the savepoint:").And.Contain(" disposed.");
        Directory.Exists(FolderOf(demo)).Should().BeFalse();
        IsAlive(ClusterOf(demo)).Should().BeFalse();
    }

    [Fact]
    public async Task What_it_wrote_can_be_kept()
    {
        using var demo = await ToolProcess.RunAsync(_folder.Path, "demo", "--keep", _folder["kept"]);

        demo.ExitCode.Should().Be(0, demo.Error);
        Directory.EnumerateFiles(_folder["kept"], "_metadata", SearchOption.AllDirectories)
            .Should().HaveCount(2, "the first savepoint was disposed");
        IsAlive(ClusterOf(demo)).Should().BeFalse();
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task An_interruption_leaves_nothing_behind_either(string signal, int exitCode)
    {
        using var demo = ToolProcess.Start(_folder.Path, "demo");
        await demo.WaitForOutputAsync("Job has been submitted");

        await demo.SignalAsync(signal);
        await demo.WaitForExitAsync();

        demo.ExitCode.Should().Be(exitCode);
        Directory.Exists(FolderOf(demo)).Should().BeFalse();
        IsAlive(ClusterOf(demo)).Should().BeFalse();
    }

    private static string FolderOf(ToolProcess demo) => Folder().Match(demo.Output).Groups["folder"].Value;

    private static int ClusterOf(ToolProcess demo) =>
        int.Parse(Cluster().Match(demo.Output).Groups["pid"].Value, CultureInfo.InvariantCulture);

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\$ savepointctl (?<verb>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex("Everything goes to (?<folder>[^,\n]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Folder();

    [GeneratedRegex(@"started at \S+ \(process (?<pid>\d+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Cluster();
}
