namespace SavepointCli.Streaming.State;

/// <summary>What an operator or function gets before it is opened, to find its restored state in.</summary>
public interface IStateInitializationContext
{
    /// <summary>Whether any operator of the vertex got state from a snapshot; not that this state is non-empty.</summary>
    bool IsRestored { get; }

    /// <summary>Id of the restored checkpoint, null if there is none.</summary>
    long? RestoredCheckpointId { get; }

    /// <summary>The operator state.</summary>
    IOperatorStateStore OperatorStateStore { get; }

    /// <summary>The keyed state; null on a stream without key.</summary>
    IKeyedStateStore? KeyedStateStore { get; }
}
