using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Tasks.Channels;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Tasks.Inputs;

/// <summary>The inputs of a task that reads from other tasks: one gate per input of its first operator, taken in turn.</summary>
/// <param name="gates">The gates.</param>
/// <param name="onAligned">Takes a snapshot.</param>
/// <param name="onAborted">A barrier will not be complete.</param>
/// <param name="onEndOfData">No records follow on any channel; says whether everything was drained.</param>
internal sealed class ChannelInput(
    ChannelGate[] gates,
    Action<CheckpointBarrier> onAligned,
    Action<long, CheckpointFailureReason> onAborted,
    Action<bool> onEndOfData) : ITaskInput, IControlElementHandler
{
    private readonly InputChannel[] _channels = [.. gates.SelectMany(gate => gate.Channels)];
    private readonly BarrierAligner _aligner = new([.. gates.SelectMany(gate => gate.Channels)], onAligned, onAborted);
    private bool _drain = true;
    private int _last;

    /// <inheritdoc/>
    public InputStatus ProcessNext()
    {
        for (var turn = 0; turn < gates.Length; turn++)
        {
            _last = _last + 1 == gates.Length ? 0 : _last + 1;
            if (gates[_last].ProcessNext(this))
            {
                return InputStatus.MoreAvailable;
            }
        }

        return Array.TrueForAll(_channels, channel => channel.IsEnded) ? InputStatus.EndOfInput : InputStatus.NothingAvailable;
    }

    /// <inheritdoc/>
    public bool HasNext() => Array.Exists(gates, gate => gate.HasNext());

    /// <inheritdoc/>
    public void RunMails(Mailbox mailbox) => mailbox.RunBatch();

    /// <summary>The coordinator triggers the task, all of whose producers have finished.</summary>
    public void Trigger(CheckpointBarrier barrier) => _aligner.OnTrigger(barrier);

    /// <inheritdoc/>
    public bool Stop() => false;

    /// <inheritdoc/>
    public void Close()
    {
    }

    /// <inheritdoc/>
    public void OnBarrier(InputChannel channel, CheckpointBarrier barrier) => _aligner.OnBarrier(channel, barrier);

    /// <inheritdoc/>
    public void OnCancelMarker(long checkpointId) => _aligner.OnCancelMarker(checkpointId);

    /// <inheritdoc/>
    public void OnEndOfData(InputChannel channel, bool drain)
    {
        channel.IsDataEnded = true;

        // One channel that was stopped without drain makes the whole task stop without it.
        _drain &= drain;
        if (Array.TrueForAll(_channels, other => other.IsDataEnded))
        {
            onEndOfData(_drain);
        }
    }

    /// <inheritdoc/>
    public void OnEndOfPartition(InputChannel channel)
    {
        channel.IsEnded = true;
        _aligner.OnChannelEnded();
    }
}
