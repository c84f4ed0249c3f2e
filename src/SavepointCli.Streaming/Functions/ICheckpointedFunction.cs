using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Functions;

/// <summary>A function with operator state. Mirrors <c>CheckpointedFunction</c>.</summary>
public interface ICheckpointedFunction
{
    /// <summary>Registers the states and reads what was restored. Called once, before the function is opened.</summary>
    void InitializeState(IStateInitializationContext context);

    /// <summary>Writes what belongs to the snapshot into the registered states. Called on the task's thread.</summary>
    void SnapshotState(IStateSnapshotContext context);
}
