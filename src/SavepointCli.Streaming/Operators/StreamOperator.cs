using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

/// <summary>
/// One operator in one subtask. The order of calls is <see cref="Setup"/>, <see cref="InitializeState"/>, <see cref="Open"/>,
/// elements and snapshots, <see cref="Finish"/> at the end of the input or on drain, <see cref="Close"/> always. All on the
/// task's thread. Mirrors <c>StreamOperator</c>.
/// </summary>
public abstract class StreamOperator
{
    private IOperatorContext? _context;

    /// <summary>What the engine gave to this subtask.</summary>
    protected IOperatorContext Context => _context ?? throw new InvalidOperationException("The operator was not set up.");

    /// <summary>Connects the operator with its subtask.</summary>
    public virtual void Setup(IOperatorContext context) => _context = context;

    /// <summary>Registers states and takes over what was restored.</summary>
    public virtual void InitializeState(IStateInitializationContext context)
    {
    }

    /// <summary>Called once before the first element.</summary>
    public virtual void Open()
    {
    }

    /// <summary>Called before the barrier is sent on: what the operator holds back for the snapshot may still be emitted.</summary>
    public virtual void PrepareSnapshotPreBarrier(long checkpointId)
    {
    }

    /// <summary>Brings the registered states up to date.</summary>
    public virtual void SnapshotState(IStateSnapshotContext context)
    {
    }

    /// <summary>The checkpoint is complete.</summary>
    public virtual void NotifyCheckpointComplete(long checkpointId)
    {
    }

    /// <summary>The checkpoint came to nothing.</summary>
    public virtual void NotifyCheckpointAborted(long checkpointId)
    {
    }

    /// <summary>No more elements will come; what is held back is to be emitted.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>Gives resources back; also called after a failure, even if <see cref="Open"/> was not reached.</summary>
    public virtual void Close()
    {
    }
}
