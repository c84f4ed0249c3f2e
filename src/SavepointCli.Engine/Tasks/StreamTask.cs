using System.Diagnostics.CodeAnalysis;
using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tasks.Inputs;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Tasks;

/// <summary>
/// Runs one subtask on a thread of its own: restores the operators, then alternates between mails and input until the input has ended or
/// the task is cancelled. Mirrors <c>StreamTask</c>; the public members may be called from any thread.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Late callers may still cancel; a source without timer holds nothing to release.")]
internal sealed class StreamTask
{
    private const long NoCheckpoint = 0;

    // How long cancelled user code may take before its waits are interrupted, and how often that is repeated.
    private static readonly TimeSpan InterruptInterval = TimeSpan.FromMilliseconds(500);

    private readonly TaskDeployment _deployment;
    private readonly TaskEnvironment _environment;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _interruption = new();
    private readonly Thread _thread;
    private readonly Mailbox _mailbox;
    private OperatorChain _chain = OperatorChain.Empty;
    private ITaskInput? _input;
    private SubtaskSnapshots? _snapshots;
    private CheckpointBarrier? _stopsWith;
    private ITimer? _interrupter;
    private bool _mayInterrupt = true;
    private bool _isDataEnded;
    private bool _isInputEnded;
    private bool _awaitsCheckpoint;
    private long _awaitedCheckpoint = NoCheckpoint;

    public StreamTask(TaskDeployment deployment, TaskEnvironment environment)
    {
        _deployment = deployment;
        _environment = environment;
        _mailbox = deployment.Mailbox;
        _thread = new Thread(Run) { IsBackground = true, Name = deployment.Subtask.ToString() };
    }

    private Subtask Subtask => _deployment.Subtask;

    /// <summary>Starts the thread.</summary>
    public void Start() => _thread.Start();

    /// <summary>Ends the task: between two records if user code comes back, else by interrupting what it waits for.</summary>
    public void Cancel()
    {
        _cancellation.Cancel();
        _mailbox.Post(MailPriority.Urgent, () => throw new OperationCanceledException(_cancellation.Token));
        lock (_interruption)
        {
            // The task may have ended already: nobody would end the timer any more.
            if (_mayInterrupt)
            {
                _interrupter ??= _environment.Time.CreateTimer(_ => Interrupt(), null, InterruptInterval, InterruptInterval);
            }
        }
    }

    /// <summary>Starts a checkpoint here: the task is a source, or all its inputs have ended.</summary>
    public void TriggerCheckpoint(CheckpointBarrier barrier) => _mailbox.Post(MailPriority.Control, () => OnTriggered(barrier));

    /// <summary>A checkpoint is complete.</summary>
    public void NotifyCheckpointComplete(long checkpointId) =>
        _mailbox.Post(MailPriority.Urgent, () => OnCheckpointComplete(checkpointId));

    /// <summary>A checkpoint came to nothing.</summary>
    public void NotifyCheckpointAborted(long checkpointId) =>
        _mailbox.Post(MailPriority.Urgent, () => _snapshots!.Abort(checkpointId));

    /// <summary>Hands splits to the source.</summary>
    public void AddSplits(IReadOnlyList<byte[]> splits) => _mailbox.Post(MailPriority.Control, () => Source.HandleAddSplits(splits));

    /// <summary>Tells the source that it gets no further splits.</summary>
    public void SignalNoMoreSplits() => _mailbox.Post(MailPriority.Control, () => Source.HandleNoMoreSplits());

    private ISourceOperator Source => (ISourceOperator)_chain.Head.Operator;

    private void Run()
    {
        var (state, failure) = (TaskState.Finished, (Exception?)null);
        try
        {
            Report(TaskState.Initializing);
            Initialize();
            Report(TaskState.Running);
            Loop();
        }
        catch (Exception fault)
        {
            (state, failure) = _cancellation.IsCancellationRequested ? (TaskState.Canceled, null) : (TaskState.Failed, fault);
        }

        EndInterruption();
        if (Close() is { } closing && state == TaskState.Finished)
        {
            (state, failure) = (TaskState.Failed, closing);
        }

        Report(state, failure);
    }

    private void Initialize()
    {
        _chain = OperatorChainBuilder.Build(_deployment, _environment, _cancellation.Token);
        _snapshots = new SubtaskSnapshots(Subtask, _chain, _environment.Storage, _environment.Listener);
        _input = CreateInput(_snapshots);
        if (_input is SourceInput)
        {
            // Before the reader can ask for a split; what it is given waits in the mailbox until it is open.
            _environment.Listener.OnReaderRegistered(Subtask, _chain.Head.Id);
        }

        _chain.Open();
    }

    private ITaskInput CreateInput(SubtaskSnapshots snapshots) =>
        _deployment.HasFinishedBefore
            ? new EndedInput(_deployment, TakeSnapshot)
            : _chain.Head.Operator switch
            {
                ISourceOperator source => new SourceInput(source, _mailbox, TakeSnapshot),
                ILegacySourceOperator source => new LegacySourceInput(source, _mailbox, TakeSnapshot, $"{_thread.Name} source"),
                var head => new ChannelInput(GateBuilder.Build(_deployment, head), TakeSnapshot, snapshots.Decline, EndData),
            };

    private void Loop()
    {
        while (true)
        {
            _input!.RunMails(_mailbox);
            if (ProcessInput())
            {
                continue;
            }

            if (_isInputEnded && !_awaitsCheckpoint && _chain.EndPartitions())
            {
                break;
            }

            _mailbox.Wait(HasWork);
        }

        _snapshots!.WaitForWriting();
    }

    /// <summary>Processes input until there is a mail; false if there was nothing to do.</summary>
    private bool ProcessInput()
    {
        var progressed = false;
        while (!_isInputEnded && !_mailbox.HasMail && MayTakeInput())
        {
            switch (_input!.ProcessNext())
            {
                case InputStatus.MoreAvailable:
                    progressed = true;
                    break;
                case InputStatus.NothingAvailable:
                    return progressed;
                default:
                    OnInputEnded();
                    return true;
            }
        }

        return progressed || _mailbox.HasMail;
    }

    private bool HasWork() =>
        _mailbox.HasMail
        || (_isInputEnded ? !_awaitsCheckpoint && _chain.IsConsumed : MayTakeInput() && _input!.HasNext());

    // A source that stops has nothing to emit but what it flushes; waiting for room could wait for ever on what is to be saved.
    private bool MayTakeInput() => _stopsWith is not null || _chain.HasCapacity();

    private void OnTriggered(CheckpointBarrier barrier)
    {
        if (barrier.StopsTasks && !_isDataEnded && _input!.Stop())
        {
            _stopsWith = barrier;
        }
        else
        {
            _input!.Trigger(barrier);
        }
    }

    private void TakeSnapshot(CheckpointBarrier barrier)
    {
        _awaitsCheckpoint |= barrier.StopsTasks;

        // A savepoint beside the running job commits nothing, so it is not what a task at its end waits for.
        if (_awaitsCheckpoint && _awaitedCheckpoint == NoCheckpoint && barrier.Kind != SnapshotKind.Savepoint)
        {
            _awaitedCheckpoint = barrier.Id;
        }

        _snapshots!.Take(barrier);
    }

    /// <summary>A source has emitted all, or all channels have ended.</summary>
    private void OnInputEnded()
    {
        if (!_isDataEnded)
        {
            var drain = _stopsWith?.Drain ?? true;
            if (drain)
            {
                _chain.EmitMaxWatermark();
            }

            EndData(drain);
        }

        _isInputEnded = true;
        if (_stopsWith is { } barrier)
        {
            TakeSnapshot(barrier);
        }
    }

    /// <summary>No records come any more.</summary>
    private void EndData(bool drain)
    {
        _isDataEnded = true;
        _chain.EndData(drain);
        if (_deployment.EndsWithCheckpoint && _stopsWith is null && drain)
        {
            _awaitsCheckpoint = true;
            _environment.Listener.OnOperatorsFinished(Subtask);
        }
    }

    private void OnCheckpointComplete(long checkpointId)
    {
        _chain.NotifyCheckpointComplete(checkpointId);
        if (_awaitedCheckpoint != NoCheckpoint && checkpointId >= _awaitedCheckpoint)
        {
            _awaitsCheckpoint = false;
        }
    }

    private Exception? Close()
    {
        _input?.Close();
        _snapshots?.Close();
        return _chain.Close();
    }

    private void Interrupt()
    {
        lock (_interruption)
        {
            if (_mayInterrupt)
            {
                _thread.Interrupt();
            }
        }
    }

    /// <summary>What follows is the engine's own work and must not be interrupted.</summary>
    private void EndInterruption()
    {
        lock (_interruption)
        {
            _mayInterrupt = false;
            _interrupter?.Dispose();
        }

        try
        {
            // An interruption that nobody has seen yet is seen by the next wait: this one.
            lock (_cancellation)
            {
                Monitor.Wait(_cancellation, 0);
            }
        }
        catch (ThreadInterruptedException)
        {
            return;
        }
    }

    private void Report(TaskState state, Exception? failure = null) => _environment.Listener.OnStateChanged(Subtask, state, failure);
}
