using SavepointCli.Format.Values;
using SavepointCli.Operations.State;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.State;

public sealed class StateGetHandlerTests
{
    private static readonly GoldenCase Golden = GoldenCase.Load("1.20", "canonical-rocksdb");

    [Theory]
    [InlineData("kinds", "count", "13", "20")]
    [InlineData("kinds", "sum", "13", null)]
    [InlineData("scalars", "v-long", "name-1", null)]
    [InlineData("scalars", "v-long", "\"name-1\"", null)]
    [InlineData("tumbling", "window-contents", "[1,\"name-1\"]", null)]
    [InlineData("short-key", "latest", "5", null)]
    public void A_key_is_found_in_its_key_group(string uid, string state, string key, string? value)
    {
        var report = Get(uid, state, key);

        var entry = report.Entries.Should().ContainSingle().Which;
        entry.State.Should().Be(state);
        report.ExitCode.Should().Be(ExitCode.Done);
        if (value is not null)
        {
            entry.Value!.ToString().Should().Be(value);
        }
    }

    [Fact]
    public void Only_the_stream_that_holds_the_key_is_read()
    {
        var storage = new WatchedStorage(new FileStorage());

        new StateGetHandler(storage).Handle(Request("kinds", "count", "13"), CancellationToken.None);

        // The header of any subtask tells the type of the keys; key 13 lies in key group 1, with the first.
        storage.Opened.Where(path => !path.EndsWith("_metadata", StringComparison.Ordinal)).Should().ContainSingle();
    }

    [Fact]
    public void A_map_key_gives_its_value_alone() =>
        Get("kinds", "by-name", "13", mapKey: "name-3").Entries.Should().ContainSingle().Which.Value.Should().Be(1613L);

    [Fact]
    public void The_whole_map_comes_without_a_map_key() =>
        Get("kinds", "by-name", "13").Entries.Should().ContainSingle().Which.Value.Should().BeOfType<FlinkMap>().Which.Should().HaveCount(7);

    [Fact]
    public void A_namespace_picks_one_window()
    {
        var window = Get("tumbling", "window-contents", "[1,\"name-1\"]").Entries[0].Namespace.Should().BeOfType<TimeWindow>().Which;

        Get("tumbling", "window-contents", "[1,\"name-1\"]", @namespace: $$"""{"end":{{window.End}},"start":{{window.Start}}}""").Entries.Should().ContainSingle();
        FluentActions.Invoking(() => Get("tumbling", "window-contents", "[1,\"name-1\"]", @namespace: """{"start":1,"end":2}"""))
            .Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.NotFound);
    }

    [Theory]
    [InlineData("kinds", "count", "1300", null, ExitCode.NotFound, "no key 1300 in state 'count' of operator 'kinds' (it would be in key group 110)")]
    [InlineData("kinds", "count", "abc", null, ExitCode.NotFound, "no key abc in state 'count' of operator 'kinds'")]
    [InlineData("kinds", "nope", "13", null, ExitCode.NotFound, "no state 'nope' in the snapshot")]
    [InlineData("nope", "count", "13", null, ExitCode.NotFound, "no operator 'nope' in the snapshot")]
    [InlineData("gate", "gate-owners", "13", null, ExitCode.NotFound, "no key 13 in state 'gate-owners' of operator 'gate'")]
    [InlineData("kinds", "by-name", "13", "name-9", ExitCode.NotFound, "no map key name-9 under key 13 in state 'by-name' of operator 'kinds'")]
    [InlineData("kinds", "count", "13", "name-9", ExitCode.Usage, "state 'count' is no map but of kind value")]
    public void What_is_not_there_is_said_in_one_line(string uid, string state, string key, string? mapKey, ExitCode exitCode, string message)
    {
        var fault = FluentActions.Invoking(() => Get(uid, state, key, mapKey)).Should().Throw<SavepointException>().Which;

        fault.ExitCode.Should().Be(exitCode);
        fault.Message.Should().Be(message);
    }

    [Fact]
    public void A_missing_file_is_no_answer()
    {
        using var copy = new TempFolder();
        File.Copy(Path.Combine(Golden.SnapshotPath, "_metadata"), Path.Combine(copy.Path, "_metadata"));

        FluentActions.Invoking(() => new StateGetHandler(new FileStorage()).Handle(Request("kinds", "count", "13") with { Path = copy.Path }, CancellationToken.None))
            .Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Damaged);
    }

    private static StateGetReport Get(string uid, string state, string key, string? mapKey = null, string? @namespace = null) =>
        new StateGetHandler(new FileStorage()).Handle(
            Request(uid, state, key) with
            {
                MapKey = mapKey is null ? null : new WantedText(mapKey),
                Namespace = @namespace is null ? null : new WantedText(@namespace),
            },
            CancellationToken.None);

    private static StateGetRequest Request(string uid, string state, string key) =>
        new() { Path = Golden.SnapshotPath, Operator = uid, State = state, Key = new WantedText(key) };
}
