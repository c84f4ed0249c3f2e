using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.Tasks;
using SavepointCli.Engine.Tasks.Channels;

namespace SavepointCli.Engine.Tests.Tasks;

public sealed class BarrierAlignerTests
{
    private readonly InputChannel<long>[] _channels = [Channel(), Channel()];
    private readonly List<string> _events = [];
    private readonly BarrierAligner _aligner;

    public BarrierAlignerTests() => _aligner = new BarrierAligner(
        _channels, barrier => _events.Add($"take {barrier.Id}"), (id, reason) => _events.Add($"abort {id}: {reason.Text}"));

    [Fact]
    public void A_channel_waits_until_the_barrier_is_there_on_all()
    {
        _aligner.OnBarrier(_channels[0], Barrier(1));
        _channels.Select(channel => channel.IsBlocked).Should().Equal(true, false);
        _events.Should().BeEmpty();

        _aligner.OnBarrier(_channels[1], Barrier(1));

        _events.Should().Equal("take 1");
        _channels.Should().NotContain(channel => channel.IsBlocked);
    }

    [Fact]
    public void A_channel_that_ends_counts_as_having_brought_the_barrier()
    {
        _aligner.OnBarrier(_channels[0], Barrier(1));

        _channels[1].IsEnded = true;
        _aligner.OnChannelEnded();

        _events.Should().Equal("take 1");
    }

    [Fact]
    public void A_newer_barrier_aborts_the_older_one()
    {
        _aligner.OnBarrier(_channels[0], Barrier(1));

        _aligner.OnBarrier(_channels[1], Barrier(2));
        _aligner.OnBarrier(_channels[0], Barrier(2));

        _events.Should().Equal("abort 1: A newer checkpoint barrier was received by the task.", "take 2");
    }

    [Fact]
    public void A_cancel_marker_releases_the_channels_and_a_late_barrier_is_ignored()
    {
        _aligner.OnBarrier(_channels[0], Barrier(1));

        _aligner.OnCancelMarker(1);
        _aligner.OnBarrier(_channels[1], Barrier(1));

        _events.Should().ContainSingle().Which.Should().StartWith("abort 1");
        _channels.Should().NotContain(channel => channel.IsBlocked);
    }

    [Fact]
    public void A_task_whose_inputs_have_ended_is_triggered_directly()
    {
        Array.ForEach(_channels, channel => channel.IsEnded = true);

        _aligner.OnTrigger(Barrier(1));

        _events.Should().Equal("take 1");
    }

    private static InputChannel<long> Channel() => new(new Mailbox(), new Mailbox());

    private static CheckpointBarrier Barrier(long id) => new(
        id, DateTimeOffset.UnixEpoch, SnapshotKind.Savepoint, new SnapshotOptions(SavepointFormat.Canonical), new SnapshotLocation("/"),
        Drain: false);
}
