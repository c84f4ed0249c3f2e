namespace SavepointCli.Format.Handles;

/// <summary>How operator state is dealt out when the parallelism changes; the numbers are those of <c>OperatorStateHandle.Mode</c> on disk.</summary>
public enum OperatorStateMode
{
    /// <summary>Every element goes to one subtask.</summary>
    SplitDistribute = 0,

    /// <summary>Every subtask gets all elements.</summary>
    Union = 1,

    /// <summary>Every subtask holds the same map.</summary>
    Broadcast = 2,
}
