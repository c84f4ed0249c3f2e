using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Persistence;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Completes a snapshot that everybody has acknowledged: its metadata is published, and a checkpoint takes the place of older ones.
/// Belongs to the job's thread; storage work runs on the pool.
/// </summary>
internal sealed class SnapshotCompletion(
    ICheckpointedJob job,
    CheckpointSettings settings,
    SnapshotPublisher publisher,
    KeptSnapshots kept,
    IJobRecord record,
    JobThread thread,
    ILogger log)
{
    private long _version;

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
                switch (snapshot.Kind)
                {
                    case SnapshotKind.Checkpoint:
                        Store(pending, snapshot, onCompleted, onFault);
                        break;
                    case SnapshotKind.SyncSavepoint:
                        RecordStop(snapshot, () => onCompleted(snapshot, []), onFault);
                        break;
                    default:
                        onCompleted(snapshot, []);
                        break;
                }
            },
            fault =>
            {
                kept.DeleteAttempt(place);
                onFault(fault);
            });
    }

    /// <summary>
    /// A checkpoint is what the job goes back to from the moment it is on the storage. Older ones go, and side effects are committed, only
    /// behind the record: a later process must not know less.
    /// </summary>
    private void Store(
        PendingSnapshot pending, CompletedSnapshot checkpoint,
        Action<CompletedSnapshot, IReadOnlyList<long>> onCompleted, Action<Exception> onFault)
    {
        var dropped = kept.Add(checkpoint);
        var (version, stored) = (++_version, kept.Stored.ToArray());
        thread.Offload(
            () =>
            {
                record.Save(version, stored);
                return true;
            },
            _ =>
            {
                kept.Discard(dropped);
                if (!pending.Aborted)
                {
                    onCompleted(checkpoint, [.. dropped.Where(snapshot => snapshot.IsOwned).Select(snapshot => snapshot.Snapshot.Id)]);
                }
            },
            fault =>
            {
                // Whether the record knows of it is not known, so its files stay.
                log.LeftoverStays(checkpoint.ExternalPath, fault);
                kept.Remove(checkpoint);
                onFault(fault);
            });
    }

    /// <summary>
    /// The job commits its side effects with this savepoint and ends. Should the process end in between, a later one must go on from here:
    /// from an older checkpoint it would produce what is committed a second time.
    /// </summary>
    private void RecordStop(CompletedSnapshot savepoint, Action onRecorded, Action<Exception> onFault)
    {
        var (version, stored) = (++_version, kept.Stored.Append(new StoredSnapshot(savepoint, ClaimMode.NoClaim)).ToArray());
        thread.Offload(
            () =>
            {
                record.Save(version, stored);
                return true;
            },
            _ => onRecorded(),
            onFault);
    }
}
