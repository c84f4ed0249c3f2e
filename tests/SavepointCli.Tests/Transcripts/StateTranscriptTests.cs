using SavepointCli.Testing;

namespace SavepointCli.Tests.Transcripts;

/// <summary>Command lines of <c>state read</c> and <c>state get</c>, with all that they print.</summary>
public sealed class StateTranscriptTests
{
    private static readonly string Snapshot = GoldenCase.Load("1.20", "canonical-rocksdb").SnapshotPath;

    [Fact]
    public async Task Csv_has_a_heading_and_quotes_what_needs_it() =>
        (await ToolRun.OfAsync("state", "read", Snapshot, "--operator", "gate", "--uid", "gate", "-o", "csv")).Should().Be(new ToolRun(
            ExitCode.Done,
            "operator,state,kind,key,namespace,value,keyGroup,subtask\r\n"
            + "gate,gate-owners,union,,,\"[[\"\"subtask-0\"\",1000]]\",,0\r\n"
            + "gate,gate-passed,split,,,\"[1000,-1]\",,0\r\n"
            + "gate,gate-owners,union,,,\"[[\"\"subtask-1\"\",1000]]\",,1\r\n"
            + "gate,gate-passed,split,,,\"[1000,-2]\",,1\r\n",
            ""));

    [Fact]
    public async Task A_key_gives_its_entries_in_all_states() =>
        (await ToolRun.OfAsync("state", "read", Snapshot, "--operator", "tumbling", "--uid", "tumbling", "--key", """[1,"name-1"]""")).Should().Be(new ToolRun(
            ExitCode.Done,
            """
            {"operator":"tumbling","state":"_timer_state/event_window-timers","kind":"timer","key":[1,"name-1"],"namespace":{"start":0,"end":360000000000},"value":359999999999,"keyGroup":40,"subtask":0}
            {"operator":"tumbling","state":"window-contents","kind":"reducing","key":[1,"name-1"],"namespace":{"start":0,"end":360000000000},"value":{"key":0,"n":95856,"name":"name-1","ts":1996000},"keyGroup":40,"subtask":0}

            """,
            ""));

    [Fact]
    public async Task A_key_group_gives_its_entries() =>
        (await ToolRun.OfAsync("state", "read", Snapshot, "--operator", "kinds", "--state", "count", "--uid", "kinds", "--key-group", "0-1")).Should().Be(new ToolRun(
            ExitCode.Done,
            """
            {"operator":"kinds","state":"count","kind":"value","key":13,"namespace":null,"value":20,"keyGroup":1,"subtask":0}
            {"operator":"kinds","state":"count","kind":"value","key":39,"namespace":null,"value":20,"keyGroup":1,"subtask":0}

            """,
            ""));

    [Fact]
    public async Task A_limit_ends_the_lines() =>
        (await ToolRun.OfAsync("state", "read", Snapshot, "--operator", "kinds", "--state", "count", "--limit", "2")).Output.Split('\n').Should().HaveCount(3);

    [Theory]
    [InlineData("20\n", "--operator", "kinds", "--state", "count", "--key", "13")]
    [InlineData("1613\n", "name-3", "--operator", "kinds", "--state", "by-name", "--key", "13")]
    [InlineData("\"ttl-13\"\n", "--operator", "kinds", "--state", "ttl-label", "--key", "13")]
    public async Task A_value_stands_alone_for_scripts(string output, params string[] arguments)
    {
        var run = await ToolRun.OfAsync([.. (string[])["state", "get", Snapshot], .. arguments]);

        run.ExitCode.Should().Be(ExitCode.Done);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be(output);
    }

    [Fact]
    public async Task The_whole_entry_comes_as_state_read_prints_it() =>
        (await ToolRun.OfAsync("state", "get", Snapshot, "--operator", "kinds", "--uid", "kinds", "--state", "count", "--key", "13", "-o", "jsonl")).Output
            .Should().Be("""{"operator":"kinds","state":"count","kind":"value","key":13,"namespace":null,"value":20,"keyGroup":1,"subtask":0}""" + "\n");

    [Theory]
    [InlineData(ExitCode.NotFound, "error: no key 1300 in state 'count' of operator 'kinds' (it would be in key group 110)", "--operator", "kinds", "--state", "count", "--key", "1300")]
    [InlineData(ExitCode.NotFound, "error: no map key x under key 13 in state 'by-name' of operator 'kinds'", "x", "--operator", "kinds", "--state", "by-name", "--key", "13")]
    public async Task A_key_that_is_not_there_is_one_line(ExitCode exitCode, string error, params string[] arguments) =>
        (await ToolRun.OfAsync([.. (string[])["state", "get", Snapshot], .. arguments])).Should().Be(new ToolRun(exitCode, "", error + "\n"));

    [Theory]
    [InlineData("--key-group", "x")]
    [InlineData("--key-group", "5-3")]
    [InlineData("--key-group", "40000")]
    [InlineData("--limit", "-1")]
    public async Task Numbers_that_can_not_be_are_wrong_usage(string option, string value) =>
        (await ToolRun.OfAsync("state", "read", Snapshot, option, value)).ExitCode.Should().Be(ExitCode.Usage);
}
