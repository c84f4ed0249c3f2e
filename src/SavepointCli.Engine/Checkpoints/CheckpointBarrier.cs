using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State.Snapshots;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Cuts a stream into what belongs to a snapshot and what does not. Triggered at the sources, it flows with the records; every task
/// takes its snapshot when it has arrived on all its inputs.
/// </summary>
/// <param name="Id">The checkpoint id.</param>
/// <param name="TriggeredAt">When it was triggered.</param>
/// <param name="Kind">What is taken.</param>
/// <param name="Options">How state is written.</param>
/// <param name="Location">Where it is written.</param>
/// <param name="Drain">For the savepoint that stops a job: whether everything in flight is flushed first.</param>
internal sealed record CheckpointBarrier(
    long Id, DateTimeOffset TriggeredAt, SnapshotKind Kind, SnapshotOptions Options, SnapshotLocation Location, bool Drain)
{
    /// <summary>Whether the tasks end after this snapshot.</summary>
    public bool StopsTasks => Kind == SnapshotKind.SyncSavepoint;
}
