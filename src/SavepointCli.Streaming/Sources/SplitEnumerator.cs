namespace SavepointCli.Streaming.Sources;

/// <summary>Hands out the splits of a source. Called from one thread only. Mirrors <c>SplitEnumerator</c>.</summary>
public abstract class SplitEnumerator<TSplit, TState>
{
    /// <summary>Called once, before any reader registers.</summary>
    public virtual void Start()
    {
    }

    /// <summary>The reader of a subtask has started.</summary>
    public virtual void AddReader(int subtask)
    {
    }

    /// <summary>A reader asks for a split.</summary>
    public abstract void HandleSplitRequest(int subtask);

    /// <summary>What a snapshot is to hold: the splits that no reader has.</summary>
    public abstract TState SnapshotState(long checkpointId);

    /// <summary>The checkpoint is complete.</summary>
    public virtual void NotifyCheckpointComplete(long checkpointId)
    {
    }

    /// <summary>Gives resources back.</summary>
    public virtual void Close()
    {
    }
}
