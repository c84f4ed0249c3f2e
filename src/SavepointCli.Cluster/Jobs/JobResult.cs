using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Jobs;

/// <summary>How a job that succeeded ended.</summary>
/// <param name="Job">The job.</param>
/// <param name="NetRuntimeMilliseconds">How long it ran.</param>
/// <param name="Accumulators">Its accumulators, as the cluster shows them.</param>
public sealed record JobResult(JobId Job, long NetRuntimeMilliseconds, IReadOnlyList<Accumulator> Accumulators);
