using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.State;

public sealed class OperatorStateBackendTests : IDisposable
{
    private readonly BackendFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_kind_of_operator_state_survives_a_snapshot()
    {
        using var backends = Filled();

        using var restored = _folder.Open(_folder.Snapshot(backends));

        Check(restored);
    }

    [Fact]
    public void State_that_a_job_does_not_register_is_written_again_unchanged()
    {
        using var backends = Filled();
        using var ignorant = _folder.Open(_folder.Snapshot(backends));

        using var restored = _folder.Open(_folder.Snapshot(ignorant));

        Check(restored);
    }

    [Fact]
    public void A_snapshot_never_sees_later_changes()
    {
        using var backends = Filled();
        using var runnable = backends.Snapshot(new SnapshotOptions(SavepointFormat.Canonical));
        Lists(backends).Get().First().Add(99);
        Lists(backends).Add([7]);
        Union(backends).Clear();
        Broadcast(backends).Put("c", 3);

        using var restored = _folder.Open(runnable.Run(_folder.Streams(), CancellationToken.None));

        Check(restored);
    }

    [Fact]
    public void The_handle_has_an_offset_per_element_and_one_per_broadcast_map()
    {
        using var backends = Filled();
        backends.OperatorState.GetListState(new ListStateDescriptor<int>("empty"));

        var states = _folder.Snapshot(backends).ManagedOperatorState!.States;

        states.Select(state => (state.Name, state.Mode, state.Offsets.Length)).Should().BeEquivalentTo([
            ("split", OperatorStateMode.SplitDistribute, 2),
            ("union", OperatorStateMode.Union, 2),
            ("broadcast", OperatorStateMode.Broadcast, 1),
            ("empty", OperatorStateMode.SplitDistribute, 0),
        ]);
    }

    [Fact]
    public void A_subtask_takes_over_exactly_the_elements_that_it_is_given()
    {
        using var backends = Filled();
        var handle = _folder.Snapshot(backends).ManagedOperatorState!;
        var share = handle with { States = [.. handle.States.Where(state => state.Name == "split").Select(state => state with { Offsets = state.Offsets[..1] })] };

        using var restored = _folder.Open(new OperatorSnapshot(null, share));
        using var again = _folder.Open(_folder.Snapshot(restored));

        Lists(again).Get().Should().ContainSingle().Which.Should().Equal(1, 2);
        Union(again).Get().Should().BeEmpty();
    }

    [Fact]
    public void Another_way_of_dealing_out_is_refused()
    {
        using var backends = Filled();
        using var restored = _folder.Open(_folder.Snapshot(backends));

        Refused(() => restored.OperatorState.GetListState(new ListStateDescriptor<string>("union")), "RST-KIND*'union'*Union*SplitDistribute*");
        Refused(
            () => restored.OperatorState.GetBroadcastState(new MapStateDescriptor<string, long>("split")),
            "RST-KIND*'split'*SplitDistribute*Broadcast*");
    }

    [Fact]
    public void Another_type_of_elements_is_refused()
    {
        using var backends = Filled();
        using var restored = _folder.Open(_folder.Snapshot(backends));

        Refused(() => restored.OperatorState.GetUnionListState(new ListStateDescriptor<long>("union")), "RST-STATE*'union'*String*Long*");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Newer_headers_and_compression_are_written_on_demand(bool compress)
    {
        using var backends = Filled();
        using var runnable = backends.Snapshot(
            new SnapshotOptions(SavepointFormat.Native) { OperatorHeaderVersion = OperatorBackendHeader.CurrentVersion, Compress = compress });

        using var restored = _folder.Open(runnable.Run(_folder.Streams(), CancellationToken.None));

        Check(restored);
    }

    private static void Refused(Action action, string message) =>
        action.Should().Throw<JobOperationException>().Where(fault => fault.ExitCode == ExitCode.Incompatible).WithMessage(message);

    private static ListState<List<int>> Lists(SubtaskStateBackends backends) =>
        backends.OperatorState.GetListState(new ListStateDescriptor<List<int>>("split"));

    private static ListState<string> Union(SubtaskStateBackends backends) =>
        backends.OperatorState.GetUnionListState(new ListStateDescriptor<string>("union"));

    private static BroadcastState<string, long> Broadcast(SubtaskStateBackends backends) =>
        backends.OperatorState.GetBroadcastState(new MapStateDescriptor<string, long>("broadcast"));

    private static void Check(SubtaskStateBackends restored)
    {
        Lists(restored).Get().Should().BeEquivalentTo([[1, 2], (int[])[3]], options => options.WithStrictOrdering());
        Union(restored).Get().Should().Equal("x", "y");
        Broadcast(restored).Entries.Should().BeEquivalentTo([KeyValuePair.Create("a", 1L), KeyValuePair.Create("b", 2L)]);
    }

    private SubtaskStateBackends Filled()
    {
        var backends = _folder.Open();
        Lists(backends).AddAll([[1, 2], [3]]);
        Union(backends).AddAll(["x", "y"]);
        Broadcast(backends).Put("a", 1);
        Broadcast(backends).Put("b", 2);
        return backends;
    }
}
