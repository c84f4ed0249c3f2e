namespace SavepointCli.Cluster.Jobs;

/// <summary>A stop with savepoint.</summary>
/// <param name="TargetDirectory">Where, as the cluster understands it; null for the cluster's default.</param>
/// <param name="Format">In which layout.</param>
/// <param name="Drain">Whether time is advanced to its end first, which fires all timers and closes all windows.</param>
public sealed record StopTrigger(string? TargetDirectory, SavepointFormat Format, bool Drain);
