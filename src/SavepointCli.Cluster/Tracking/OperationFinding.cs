using SavepointCli.Cluster.Journal;

namespace SavepointCli.Cluster.Tracking;

/// <summary>What could be found out about an operation that the cluster no longer knows by its id.</summary>
/// <param name="Record">The operation; over if exactly one snapshot fits it.</param>
/// <param name="Explanation">What was seen where, for a person.</param>
/// <param name="NeverBegan">Whether it is certain that the cluster never began it.</param>
public sealed record OperationFinding(OperationRecord Record, string Explanation, bool NeverBegan = false)
{
    /// <summary>Whether it is still under way.</summary>
    internal bool IsRunning { get; init; }
}
