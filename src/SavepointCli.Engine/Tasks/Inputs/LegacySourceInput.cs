using System.Runtime.ExceptionServices;
using SavepointCli.Engine.Checkpoints;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Tasks.Inputs;

/// <summary>
/// The input of a task whose first operator runs in a thread of its own. That thread emits under a lock that the task's thread takes
/// for everything else.
/// </summary>
/// <param name="source">The source.</param>
/// <param name="mailbox">Woken when the source has ended.</param>
/// <param name="onTriggered">Takes a snapshot.</param>
/// <param name="threadName">Name of the source's thread.</param>
internal sealed class LegacySourceInput(
    ILegacySourceOperator source, Mailbox mailbox, Action<CheckpointBarrier> onTriggered, string threadName) : ITaskInput
{
    private readonly object _checkpointLock = new();
    private Thread? _thread;
    private ExceptionDispatchInfo? _failure;
    private volatile bool _hasEnded;
    private bool _isStopRequested;
    private bool _isCancelled;

    /// <inheritdoc/>
    public void RunMails(Mailbox mailbox)
    {
        lock (_checkpointLock)
        {
            mailbox.RunBatch();
        }

        // Outside of the lock: the source may need it to return.
        if (_isStopRequested && !_isCancelled)
        {
            _isCancelled = true;
            source.Cancel();
        }
    }

    /// <inheritdoc/>
    public InputStatus ProcessNext()
    {
        if (_thread is null)
        {
            _thread = new Thread(Run) { IsBackground = true, Name = threadName };
            _thread.Start();
        }

        if (!_hasEnded)
        {
            return InputStatus.NothingAvailable;
        }

        _failure?.Throw();
        return InputStatus.EndOfInput;
    }

    /// <inheritdoc/>
    public bool HasNext() => _thread is null || _hasEnded;

    /// <inheritdoc/>
    public void Trigger(CheckpointBarrier barrier) => onTriggered(barrier);

    /// <inheritdoc/>
    public bool Stop() => _isStopRequested = true;

    /// <inheritdoc/>
    public void Close()
    {
        if (_thread is null || _hasEnded)
        {
            return;
        }

        source.Cancel();
        while (!_thread.Join(InterruptInterval))
        {
            _thread.Interrupt();
        }
    }

    private static readonly TimeSpan InterruptInterval = TimeSpan.FromMilliseconds(200);

    private void Run()
    {
        try
        {
            source.Run(_checkpointLock);
        }
        catch (Exception fault)
        {
            _failure = ExceptionDispatchInfo.Capture(fault);
        }

        _hasEnded = true;
        mailbox.Signal();
    }
}
