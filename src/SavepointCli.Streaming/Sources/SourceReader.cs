namespace SavepointCli.Streaming.Sources;

/// <summary>Reads the splits of one subtask, on the task's thread. Mirrors <c>SourceReader</c>.</summary>
public abstract class SourceReader<T, TSplit>
{
    /// <summary>Called once, after restored splits were added.</summary>
    public virtual void Start()
    {
    }

    /// <summary>Emits at most one record.</summary>
    public abstract InputStatus PollNext(IReaderOutput<T> output);

    /// <summary>Completes when polling is worth while again; asked for after <see cref="InputStatus.NothingAvailable"/>.</summary>
    public abstract Task WhenAvailable { get; }

    /// <summary>Takes further splits to read.</summary>
    public abstract void AddSplits(IReadOnlyList<TSplit> splits);

    /// <summary>No further split will come.</summary>
    public abstract void NotifyNoMoreSplits();

    /// <summary>The splits that are not read to their end, each from the next record on.</summary>
    public abstract IReadOnlyList<TSplit> SnapshotState(long checkpointId);

    /// <summary>The checkpoint is complete.</summary>
    public virtual void NotifyCheckpointComplete(long checkpointId)
    {
    }

    /// <summary>Gives resources back.</summary>
    public virtual void Close()
    {
    }
}
