using SavepointCli.Engine.Web.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Web.Tests.Server;

/// <summary>Bytes per key group from positions alone.</summary>
public sealed class KeyGroupSizesTests
{
    [Fact]
    public void A_key_group_ends_where_the_next_one_begins_and_position_0_is_none() =>
        KeyGroupSizes.Of(Operator(Subtask(0, new KeyGroupRange(0, 3), 100, [10, 0, 40, 70]))).Should().Equal(30, 0, 30, 30);

    [Fact]
    public void Subtasks_fill_their_own_key_groups() =>
        KeyGroupSizes.Of(Operator(Subtask(0, new KeyGroupRange(0, 1), 50, [10, 10]), Subtask(1, new KeyGroupRange(2, 3), 20, [5, 0])))
            .Should().Equal(0, 40, 15, 0);

    [Fact]
    public void An_operator_without_keyed_state_has_none() =>
        KeyGroupSizes.Of(Operator(new SubtaskState { Index = 0 })).Should().BeNull();

    private static OperatorState Operator(params SubtaskState[] subtasks) =>
        new() { Id = OperatorIds.FromUid("x"), Parallelism = subtasks.Length, MaxParallelism = 4, Subtasks = [.. subtasks] };

    private static SubtaskState Subtask(int index, KeyGroupRange keyGroups, long size, long[] offsets) => new()
    {
        Index = index,
        ManagedKeyedState = new KeyGroupsHandle(KeyGroupsFormat.Savepoint, keyGroups, [.. offsets], new FileStreamHandle("file:/x", size)),
    };
}
