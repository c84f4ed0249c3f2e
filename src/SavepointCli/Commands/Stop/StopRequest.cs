using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Commands.Stop;

/// <summary>A job to be ended with a savepoint.</summary>
/// <param name="Job">The job.</param>
/// <param name="Trigger">How.</param>
/// <param name="Detached">Whether to come back without waiting.</param>
internal sealed record StopRequest(JobId Job, StopTrigger Trigger, bool Detached);
