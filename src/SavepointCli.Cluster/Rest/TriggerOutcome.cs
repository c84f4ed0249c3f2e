using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Rest;

/// <summary>What became of a trigger.</summary>
/// <param name="Id">The id under which the cluster took it, or null.</param>
/// <param name="Fault">Why there is no such id.</param>
/// <param name="MayHaveActed">Whether the operation may have begun in spite of the fault.</param>
internal sealed record TriggerOutcome(TriggerId? Id, SavepointException? Fault, bool MayHaveActed);
