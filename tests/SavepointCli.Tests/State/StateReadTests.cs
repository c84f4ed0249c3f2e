using SavepointCli.Testing;

namespace SavepointCli.Tests.State;

public sealed class StateReadTests
{
    private static readonly string Snapshot = GoldenCase.Load("1.20", "canonical-rocksdb").SnapshotPath;

    [Fact]
    public async Task Entries_are_one_JSON_object_a_line()
    {
        var run = await ToolRun.OfAsync("state", "read", Snapshot, "--operator", "kinds", "--state", "count", "--uid", "kinds");

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Error.Should().BeEmpty();
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(100)
            .And.Contain("""{"operator":"kinds","state":"count","kind":"value","key":13,"namespace":null,"value":20,"keyGroup":1,"subtask":0}""");
    }

    [Fact]
    public async Task Letters_of_other_scripts_stay_readable()
    {
        var run = await ToolRun.OfAsync("state", "read", Snapshot, "--operator", "kinds", "--state", "account");

        run.Output.Should().Contain("\"ü13\"");
    }

    [Fact]
    public async Task The_table_has_a_heading_and_a_row_an_entry()
    {
        var run = await ToolRun.OfAsync("state", "read", Snapshot, "--uid", "gate", "--operator", "gate", "-o", "table");

        run.ExitCode.Should().Be(ExitCode.Done);
        var rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rows.Should().HaveCount(5);
        rows[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Should().Equal("OPERATOR", "STATE", "KIND", "SUBTASK", "KEY", "NAMESPACE", "VALUE");
        rows.Should().ContainSingle(row => row.StartsWith("gate      gate-owners  union  0", StringComparison.Ordinal)).Which.Should().EndWith("""[["subtask-0",1000]]""");
    }

    [Fact]
    public async Task What_only_the_job_can_decode_is_said_on_stderr_and_is_no_failure()
    {
        var run = await ToolRun.OfAsync("state", "read", Snapshot, "--operator", "scalars", "--uid", "scalars", "--state", "v-kryo");

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Output.Should().Contain("""{"$kryo":"golden.Opaque"}""");
        run.Error.Should().Be(
            "warning: operator scalars, state v-kryo, subtask 0: holds values of golden.Opaque, which only that class can decode\n");
    }

    [Theory]
    [InlineData(ExitCode.NotFound, "no operator 'nope'", "--operator", "nope")]
    [InlineData(ExitCode.NotFound, "no state 'nope'", "--state", "nope")]
    [InlineData(ExitCode.Usage, "'nope' is no mapping", "--map", "nope")]
    [InlineData(ExitCode.Usage, "Argument 'nope' not recognized", "-o", "nope")]
    public async Task What_is_not_there_or_not_understood_is_one_line_on_stderr(ExitCode exitCode, string message, string option, string value)
    {
        var run = await ToolRun.OfAsync("state", "read", Snapshot, option, value);

        run.ExitCode.Should().Be(exitCode);
        run.Error.Should().Contain($"error: {message}").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_path_without_a_snapshot_is_not_found()
    {
        var run = await ToolRun.OfAsync("state", "read", Path.Combine(Snapshot, "nothing"));

        run.ExitCode.Should().Be(ExitCode.NotFound);
        run.Output.Should().BeEmpty();
    }
}
