namespace SavepointCli.Commands.Checkpoint;

/// <summary>A checkpoint that is complete.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="CheckpointId">Its number within the job.</param>
internal sealed record CheckpointReport(CheckpointRequest Request, long CheckpointId);
