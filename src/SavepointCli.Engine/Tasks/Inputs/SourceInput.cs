using SavepointCli.Engine.Checkpoints;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Tasks.Inputs;

/// <summary>The input of a task whose first operator is a source that is polled.</summary>
/// <param name="source">The source.</param>
/// <param name="mailbox">Woken when the source has something again.</param>
/// <param name="onTriggered">Takes a snapshot.</param>
internal sealed class SourceInput(ISourceOperator source, Mailbox mailbox, Action<CheckpointBarrier> onTriggered) : ITaskInput
{
    private Task _available = Task.CompletedTask;
    private bool _isStopped;

    /// <inheritdoc/>
    public void RunMails(Mailbox mailbox) => mailbox.RunBatch();

    /// <inheritdoc/>
    public InputStatus ProcessNext()
    {
        if (_isStopped)
        {
            return InputStatus.EndOfInput;
        }

        if (!_available.IsCompleted)
        {
            return InputStatus.NothingAvailable;
        }

        var status = source.EmitNext();
        if (status == InputStatus.NothingAvailable)
        {
            _available = source.WhenAvailable;
            _ = _available.ContinueWith(
                static (_, mailbox) => ((Mailbox)mailbox!).Signal(), mailbox, CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return status;
    }

    /// <inheritdoc/>
    public bool HasNext() => _available.IsCompleted || _isStopped;

    /// <inheritdoc/>
    public void Trigger(CheckpointBarrier barrier) => onTriggered(barrier);

    /// <inheritdoc/>
    public bool Stop() => _isStopped = true;

    /// <inheritdoc/>
    public void Close()
    {
    }
}
