namespace SavepointCli.Cluster.Jobs;

/// <summary>A savepoint to be taken.</summary>
/// <param name="TargetDirectory">Where, as the cluster understands it; null for the cluster's default.</param>
/// <param name="Format">In which layout.</param>
/// <param name="CancelJob">Whether the job is cancelled once the savepoint is complete.</param>
public sealed record SavepointTrigger(string? TargetDirectory, SavepointFormat Format, bool CancelJob = false);
