namespace SavepointCli.Cluster.Jobs;

/// <summary>An operation that the cluster has accepted.</summary>
/// <param name="Trigger">Names it.</param>
/// <param name="StatusPath">Where to ask for it, below <c>/v1/</c>.</param>
/// <param name="Failure">What to say first if it fails.</param>
public sealed record PendingOperation(TriggerId Trigger, string StatusPath, string Failure);
