using SavepointCli.Rendering;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Transcripts;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--version")]
    [InlineData("-v")]
    public async Task The_version_is_one_line(string option)
    {
        var run = await ToolRun.OfAsync(option);

        run.Output.Should().MatchRegex(@"\Asavepointctl \d+\.\d+\.\d+\n\z");
        run.ExitCode.Should().Be(ExitCode.Done);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    [InlineData("savepoint", "-h")]
    [InlineData("help", "savepoint")]
    [InlineData("help", "cluster", "start")]
    public async Task Help_is_no_failure(params string[] arguments)
    {
        var run = await ToolRun.OfAsync(arguments);

        run.Output.Should().Contain("Usage:");
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task Help_lists_every_exit_code()
    {
        var run = await ToolRun.OfAsync("help", "exit-codes");

        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(Enum.GetValues<ExitCode>().Length);
    }

    [Fact]
    public void Every_exit_code_has_one_meaning()
    {
        ExitCodeTable.Rows.Select(row => row.Code).Should().Equal(Enum.GetValues<ExitCode>());
    }

    [Fact]
    public void The_documented_table_is_the_one_that_the_tool_prints()
    {
        var documented = File.ReadLines(Path.Combine(Fixtures.Root, "..", "..", "docs", "reference", "exit-codes.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(line => line.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(cells => (int.Parse(cells[0], System.Globalization.CultureInfo.InvariantCulture), cells[1]));

        documented.Should().Equal(ExitCodeTable.Rows.Select(row => ((int)row.Code, row.Meaning)));
    }
}
