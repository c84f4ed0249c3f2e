namespace SavepointCli.Streaming.Sources;

/// <summary>How the coordinator of a source reaches the subtasks; implemented by the engine.</summary>
public interface ISourceCoordinatorContext
{
    /// <summary>Number of subtasks.</summary>
    int Parallelism { get; }

    /// <summary>Sends splits to a subtask, which gets them in <see cref="Operators.ISourceOperator.HandleAddSplits"/>.</summary>
    void SendAddSplits(int subtask, IReadOnlyList<byte[]> splits);

    /// <summary>Tells a subtask that no further split will come.</summary>
    void SendNoMoreSplits(int subtask);
}
