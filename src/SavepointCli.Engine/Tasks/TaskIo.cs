namespace SavepointCli.Engine.Tasks;

/// <summary>How many records have passed between a subtask and others. Counted on the task's thread, read from any.</summary>
public sealed class TaskIo
{
    private long _recordsIn;
    private long _recordsOut;

    /// <summary>Records received from other subtasks.</summary>
    public long RecordsIn => Volatile.Read(ref _recordsIn);

    /// <summary>Records sent to other subtasks; one that goes to several counts once.</summary>
    public long RecordsOut => Volatile.Read(ref _recordsOut);

    internal void CountIn() => Volatile.Write(ref _recordsIn, _recordsIn + 1);

    internal void CountOut() => Volatile.Write(ref _recordsOut, _recordsOut + 1);
}
