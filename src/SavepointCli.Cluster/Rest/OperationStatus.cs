namespace SavepointCli.Cluster.Rest;

/// <summary>What the cluster says of an operation.</summary>
/// <param name="IsOver">Whether it has ended.</param>
/// <param name="Location">Where the savepoint is, if it is one that succeeded.</param>
/// <param name="CheckpointId">Number of the checkpoint, if it is one that succeeded.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record OperationStatus(bool IsOver, string? Location, long? CheckpointId, SavepointException? Failure)
{
    /// <summary>Still running.</summary>
    internal static OperationStatus Running { get; } = new(false, null, null, null);
}
