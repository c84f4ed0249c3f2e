using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Completes a snapshot that everybody has acknowledged: its metadata is published, and a checkpoint takes the place of older ones.
/// Belongs to the job's thread; storage work runs on the pool.
/// </summary>
internal sealed class SnapshotCompletion(
    ICheckpointedJob job, CheckpointSettings settings, SnapshotPublisher publisher, KeptSnapshots kept, JobThread thread)
{
    /// <summary>Completes a snapshot; whatever fails, nothing of it stays.</summary>
    /// <param name="pending">The attempt.</param>
    /// <param name="onCompleted">Gets the snapshot and the ids of those that it makes superfluous.</param>
    /// <param name="onFault">Gets the reason if there is no snapshot.</param>
    public void Complete(
        PendingSnapshot pending, Action<CompletedSnapshot, IReadOnlyList<long>> onCompleted, Action<Exception> onFault)
    {
        pending.IsPublishing = true;
        var metadata = SnapshotComposer.Compose(pending, job.Vertices, settings);
        var place = pending.Place!;
        thread.Offload(
            () => publisher.Publish(place, metadata),
            _ =>
            {
                if (pending.Aborted)
                {
                    kept.DeleteAttempt(place);
                    return;
                }

                var snapshot = new CompletedSnapshot(
                    pending.Id, pending.Request.Kind, place.Directory, place.ExternalPath, metadata, pending.StateSize);
                onCompleted(snapshot, snapshot.Kind == SnapshotKind.Checkpoint ? Store(snapshot) : []);
            },
            fault =>
            {
                kept.DeleteAttempt(place);
                onFault(fault);
            });
    }

    private IReadOnlyList<long> Store(CompletedSnapshot checkpoint)
    {
        var dropped = kept.Add(checkpoint);
        kept.Discard(dropped);
        return [.. dropped.Where(snapshot => snapshot.IsOwned).Select(snapshot => snapshot.Snapshot.Id)];
    }
}
