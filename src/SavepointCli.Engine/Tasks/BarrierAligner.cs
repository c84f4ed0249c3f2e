using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Tasks.Channels;

namespace SavepointCli.Engine.Tasks;

/// <summary>
/// Waits until a barrier has arrived on every channel of a task; until then, channels on which it has arrived are left alone, so that the
/// snapshot sees exactly the records in front of it. Mirrors <c>SingleCheckpointBarrierHandler</c> in aligned mode.
/// </summary>
/// <param name="channels">All channels of all inputs.</param>
/// <param name="onAligned">Takes the snapshot; called before the channels are released.</param>
/// <param name="onAborted">The barrier of this id will not be complete; says why.</param>
internal sealed class BarrierAligner(
    IReadOnlyList<InputChannel> channels, Action<CheckpointBarrier> onAligned, Action<long, CheckpointFailureReason> onAborted)
{
    private CheckpointBarrier? _current;
    private long _lastEnded;

    /// <summary>A barrier has arrived on a channel.</summary>
    public void OnBarrier(InputChannel channel, CheckpointBarrier barrier)
    {
        if (barrier.Id <= _lastEnded)
        {
            return;
        }

        if (_current is not null && _current.Id < barrier.Id)
        {
            Abort(_current.Id, CheckpointFailureReason.NewerBarrier);
        }

        _current = barrier;
        channel.IsBlocked = true;
        EndIfComplete();
    }

    /// <summary>The producer of a channel gave a checkpoint up.</summary>
    public void OnCancelMarker(long id)
    {
        if (id > _lastEnded && (_current is null || id >= _current.Id))
        {
            if (_current is not null && _current.Id < id)
            {
                Abort(_current.Id, CheckpointFailureReason.NewerBarrier);
            }

            Abort(id, CheckpointFailureReason.CancelledUpstream);
        }
    }

    /// <summary>A channel has ended: it can bring no barrier any more.</summary>
    public void OnChannelEnded() => EndIfComplete();

    /// <summary>The coordinator triggers a task all of whose inputs have ended.</summary>
    public void OnTrigger(CheckpointBarrier barrier)
    {
        if (barrier.Id > _lastEnded)
        {
            _current = barrier;
            EndIfComplete();
        }
    }

    private void EndIfComplete()
    {
        if (_current is { } barrier && channels.All(channel => channel.IsBlocked || channel.IsEnded))
        {
            onAligned(barrier);
            Release(barrier.Id);
        }
    }

    private void Abort(long id, CheckpointFailureReason reason)
    {
        Release(id);
        onAborted(id, reason);
    }

    private void Release(long id)
    {
        _lastEnded = id;
        _current = null;
        foreach (var channel in channels)
        {
            channel.IsBlocked = false;
        }
    }
}
