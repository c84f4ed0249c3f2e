namespace SavepointCli.Operations.Inspect;

/// <summary>How a state belongs to keys or subtasks.</summary>
public enum InspectedStateKind
{
    /// <summary>State per key.</summary>
    Keyed,

    /// <summary>Timers per key.</summary>
    Timers,

    /// <summary>A list dealt out among the subtasks.</summary>
    Split,

    /// <summary>A list that every subtask gets whole.</summary>
    Union,

    /// <summary>A map that is the same in every subtask.</summary>
    Broadcast,
}
