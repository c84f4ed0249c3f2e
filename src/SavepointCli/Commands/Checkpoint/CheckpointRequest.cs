using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Commands.Checkpoint;

/// <summary>A checkpoint to be taken.</summary>
internal sealed record CheckpointRequest(JobId Job, CheckpointKind Kind);
