using CsCheck;
using SavepointCli.Engine.Checkpoints;
using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.Tests.Checkpoints;

public sealed class OperatorStateRedistributionTests
{
    private const OperatorStateMode Split = OperatorStateMode.SplitDistribute;
    private const OperatorStateMode Union = OperatorStateMode.Union;
    private const OperatorStateMode Broadcast = OperatorStateMode.Broadcast;

    [Theory]
    [InlineData(new[] { 7 }, 3, new[] { 3, 2, 2 })]
    [InlineData(new[] { 1, 0, 4 }, 2, new[] { 3, 2 })]
    [InlineData(new[] { 1, 0 }, 5, new[] { 1, 0, 0, 0, 0 })]
    [InlineData(new[] { 0 }, 3, new[] { 0, 0, 0 })]
    public void List_elements_are_dealt_in_runs(int[] before, int parallelism, int[] expected)
    {
        var after = Redistribute([.. before.Select((count, subtask) => Handle(subtask, ("list", Split, count)))], parallelism);

        after.Select(share => share.Count).Should().Equal(expected);
        after.SelectMany(share => share).Should().Equal(before.SelectMany((count, subtask) => Elements(subtask, "list", count)));
    }

    [Fact]
    public void The_surplus_of_the_next_state_goes_on_where_that_of_the_last_ended()
    {
        var after = Redistribute(
            [Handle(0, ("a", Split, 4), ("b", Split, 4), ("c", Split, 5))], 3);

        Sizes(after, "a").Should().Equal(2, 1, 1);
        Sizes(after, "b").Should().Equal(1, 2, 1);
        Sizes(after, "c").Should().Equal(2, 1, 2);
    }

    [Fact]
    public void Unchanged_parallelism_keeps_lists_where_they_are()
    {
        var before = new[] { Handle(0, ("list", Split, 5)), Handle(1, ("list", Split, 0)) };

        var after = OperatorStateRedistribution.Redistribute(before, 2);

        after[0].Should().ContainSingle().Which.States[0].Offsets.Should().HaveCount(5);
        after[1].Should().ContainSingle().Which.States[0].Offsets.Should().BeEmpty();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_subtask_gets_all_of_a_union(int parallelism)
    {
        var after = Redistribute([Handle(0, ("union", Union, 2)), Handle(1, ("union", Union, 1))], parallelism);

        after.Should().AllSatisfy(share => share.Should().Equal([.. Elements(0, "union", 2), .. Elements(1, "union", 1)]));
    }

    [Fact]
    public void Broadcast_copies_are_used_in_turn()
    {
        var after = Redistribute([Handle(0, ("rules", Broadcast, 1)), null, Handle(2, ("rules", Broadcast, 1))], 5);

        after.Select(share => share.Single().Subtask).Should().Equal(0, 2, 0, 2, 0);
    }

    [Fact]
    public void Nothing_is_lost_or_doubled_over_any_number_of_changes() =>
        Gen.Select(Gen.Int[0, 9].Array[1, 6], Gen.Int[1, 7]).Sample((before, parallelism) =>
        {
            var after = Redistribute(
                [.. before.Select((count, subtask) => Handle(subtask, ("list", Split, count)))], parallelism);
            var all = before.SelectMany((count, subtask) => Elements(subtask, "list", count));
            return after.SelectMany(share => share).Order().SequenceEqual(all.Order());
        });

    private static List<(int Subtask, string State, long Offset)>[] Redistribute(OperatorStateHandle?[] before, int parallelism) =>
        [.. OperatorStateRedistribution.Redistribute(before, parallelism).Select(handles => handles.SelectMany(Elements).ToList())];

    private static IEnumerable<(int Subtask, string State, long Offset)> Elements(OperatorStateHandle handle) =>
        handle.States.SelectMany(state => state.Offsets.Select(offset => (SubtaskOf(handle), state.Name, offset)));

    private static IEnumerable<int> Sizes(List<(int Subtask, string State, long Offset)>[] after, string state) =>
        after.Select(share => share.Count(element => element.State == state));

    private static OperatorStateHandle Handle(int subtask, params (string Name, OperatorStateMode Mode, int Count)[] states) => new(
        [.. states.Select(state => new OperatorStateOffsets(
            state.Name, state.Mode, [.. Enumerable.Range(0, state.Count).Select(at => (long)at)]))],
        new InlineStreamHandle($"{subtask}", new byte[10]));

    private static int SubtaskOf(OperatorStateHandle handle) => int.Parse(((InlineStreamHandle)handle.Stream!).Name, provider: null);

    private static IEnumerable<(int Subtask, string State, long Offset)> Elements(int subtask, string state, int count) =>
        Enumerable.Range(0, count).Select(at => (subtask, state, (long)at));
}
