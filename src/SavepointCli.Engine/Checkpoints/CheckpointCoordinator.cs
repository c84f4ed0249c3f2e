using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Takes the snapshots of one job: chooses who takes part, finds a place, sends the barrier, collects what the subtasks acknowledge and
/// publishes <c>_metadata</c> last. Belongs to the job's thread, and all members are called on it; storage work is handed to the pool
/// and comes back as an action of that thread. Mirrors <c>org.apache.flink.runtime.checkpoint.CheckpointCoordinator</c>.
/// </summary>
internal sealed class CheckpointCoordinator(
    ICheckpointedJob job,
    CheckpointSettings settings,
    SnapshotDirectories directories,
    SnapshotPublisher publisher,
    CompletedCheckpointStore store,
    JobThread thread,
    TimeProvider time,
    ILogger log)
{
    private readonly Dictionary<long, PendingSnapshot> _pending = [];
    private readonly SnapshotHistory _history = new(time);
    private readonly Queue<PendingSnapshot> _toLocate = new();
    private bool _isLocating;
    private int _failures;
    private long _nextId = 1;

    /// <summary>The attempts of late, newest first.</summary>
    public IReadOnlyList<SnapshotStatistics> History => _history.Describe(job.Vertices);

    /// <summary>When the last snapshot of any kind was completed.</summary>
    public DateTimeOffset? LastCompletion { get; private set; }

    /// <summary>Whether a checkpoint is on its way.</summary>
    public bool HasPendingCheckpoint => _pending.Values.Any(pending => pending.Request.Kind == SnapshotKind.Checkpoint);

    /// <summary>Goes on with the ids behind those of a restored snapshot.</summary>
    public void ContinueBehind(long restoredId) => _nextId = Math.Max(_nextId, restoredId + 1);

    /// <summary>Starts an attempt. What it waits for happens later; the outcome says how it went.</summary>
    public PendingSnapshot Trigger(SnapshotRequest request)
    {
        var plan = job.PlanCheckpoint();
        var pending = new PendingSnapshot(_nextId++, request, plan, time.GetUtcNow());
        _pending.Add(pending.Id, pending);
        _history.Add(pending);
        pending.Timeout = time.CreateTimer(
            _ => thread.Post(() => Abort(pending, CheckpointException.Of(CheckpointFailureReason.Expired), CountsForJob(pending))),
            null, settings.Timeout, Timeout.InfiniteTimeSpan);
        _toLocate.Enqueue(pending);
        LocateNext();
        return pending;
    }

    /// <summary>Starts an attempt if all subtasks that have to take part are running; nobody waits for it.</summary>
    public void TryTrigger(SnapshotRequest request)
    {
        try
        {
            // The outcome is in the history; observed here so that a failure is not reported as unobserved.
            _ = Trigger(request).Outcome.ContinueWith(
                static outcome => outcome.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
        catch (JobOperationException)
        {
            return;
        }
    }

    /// <summary>Takes what a subtask acknowledged.</summary>
    public void Acknowledge(Subtask subtask, long checkpointId, IReadOnlyDictionary<OperatorId, SubtaskState> states)
    {
        // A late or repeated acknowledgement needs no answer: the directory of an aborted attempt goes as a whole.
        if (_pending.TryGetValue(checkpointId, out var pending)
            && pending.Acknowledge(subtask, states, time.GetUtcNow())
            && pending.IsFullyAcknowledged)
        {
            Publish(pending);
        }
    }

    /// <summary>A subtask could not take its part.</summary>
    public void Decline(long checkpointId, CheckpointFailureReason reason, Exception? cause)
    {
        if (_pending.TryGetValue(checkpointId, out var pending))
        {
            Abort(pending, CheckpointException.Of(reason, cause?.Message, cause, (cause as SavepointException)?.Hint), reason.Counts);
        }
    }

    /// <summary>A subtask has finished: attempts go on without it, and with those whose inputs have all ended now.</summary>
    public void OnSubtaskFinished(Subtask subtask)
    {
        foreach (var pending in _pending.Values.Where(pending => pending.Triggered && pending.MarkFinished(subtask)).ToArray())
        {
            TriggerAll(pending.Barrier!, pending.Missing.Where(missing => missing.Producers.Contains(subtask) && missing.IsInputFinished));
            if (pending.IsFullyAcknowledged)
            {
                Publish(pending);
            }
        }
    }

    /// <summary>Gives up every attempt, as every failover, cancellation and stop does.</summary>
    public void AbortAll(CheckpointFailureReason reason, Exception? cause = null)
    {
        foreach (var pending in _pending.Values.ToArray())
        {
            Abort(pending, CheckpointException.Of(reason, cause: cause), counts: false);
        }
    }

    /// <summary>One after the other: barriers must reach the tasks in the order of their ids.</summary>
    private void LocateNext()
    {
        if (_isLocating || !_toLocate.TryDequeue(out var pending))
        {
            return;
        }

        if (pending.Aborted)
        {
            LocateNext();
            return;
        }

        _isLocating = true;
        thread.Offload(
            () => directories.Create(pending.Id, pending.Request),
            place =>
            {
                _isLocating = false;
                OnLocated(pending, place);
                LocateNext();
            },
            fault =>
            {
                _isLocating = false;
                Abort(pending, CheckpointException.Of(CheckpointFailureReason.Storage, cause: fault), CountsForJob(pending));
                LocateNext();
            });
    }

    private void OnLocated(PendingSnapshot pending, SnapshotPlace place)
    {
        if (pending.Aborted)
        {
            Discard(place);
            return;
        }

        pending.Place = place;
        CheckpointPlan plan;
        try
        {
            // Subtasks may have finished while the directory was made.
            plan = job.PlanCheckpoint();

            // One step on this thread: splits handed out later are in mails behind the barrier, so no split is in both states or none.
            pending.CoordinatorStates = job.SnapshotCoordinators(pending.Id);
        }
        catch (Exception fault)
        {
            var reason = fault as JobOperationException ?? CheckpointException.Of(CheckpointFailureReason.TriggerFailed, cause: fault);
            Abort(pending, reason, counts: false);
            return;
        }

        var request = pending.Request;
        var barrier = new CheckpointBarrier(
            pending.Id, pending.TriggeredAt, request.Kind, settings.OptionsOf(request), place.Location, request.Drain);
        pending.Begin(plan, barrier);
        TriggerAll(barrier, plan.ToTrigger);
    }

    private static void TriggerAll(CheckpointBarrier barrier, IEnumerable<Subtask> subtasks)
    {
        foreach (var subtask in subtasks)
        {
            subtask.Task.TriggerCheckpoint(barrier);
        }
    }

    private void Publish(PendingSnapshot pending)
    {
        pending.Timeout?.Dispose();
        var metadata = SnapshotComposer.Compose(pending, job.Vertices, settings);
        var place = pending.Place!;
        thread.Offload(
            () => publisher.Publish(place, metadata),
            _ => OnPublished(pending, new CompletedSnapshot(
                pending.Id, pending.Request.Kind, place.Directory, place.ExternalPath, metadata, pending.StateSize)),
            fault => Abort(
                pending, CheckpointException.Of(CheckpointFailureReason.FinalizationFailed, cause: fault), CountsForJob(pending)));
    }

    private void OnPublished(PendingSnapshot pending, CompletedSnapshot snapshot)
    {
        if (pending.Aborted)
        {
            Discard(pending.Place!);
            return;
        }

        _pending.Remove(pending.Id);
        _failures = 0;
        LastCompletion = time.GetUtcNow();
        _history.Complete(pending, snapshot);
        if (snapshot.Kind == SnapshotKind.Checkpoint)
        {
            DropOlderCheckpoints(snapshot.Id);
            foreach (var subsumed in store.Add(snapshot))
            {
                _history.Discard(subsumed.Id);
            }
        }

        pending.Complete();

        // Behind this step, so that who is told finds it in what the job says of itself.
        thread.Post(() => pending.Tell(snapshot));
        if (snapshot.Kind != SnapshotKind.Savepoint)
        {
            // A savepoint of a running job commits no side effects: nobody is told that it is complete.
            foreach (var subtask in pending.Plan.ToAcknowledge)
            {
                subtask.Task.NotifyCheckpointComplete(snapshot.Id);
            }

            job.NotifyCoordinators(snapshot.Id);
        }
    }

    private void DropOlderCheckpoints(long completedId)
    {
        var olderCheckpoints = _pending.Values.Where(other => other.Id < completedId && other.Request.Kind == SnapshotKind.Checkpoint);
        foreach (var older in olderCheckpoints.ToArray())
        {
            Abort(older, CheckpointException.Of(CheckpointFailureReason.Subsumed), counts: false);
        }
    }

    private void Abort(PendingSnapshot pending, JobOperationException reason, bool counts)
    {
        if (pending.Aborted || !_pending.Remove(pending.Id))
        {
            return;
        }

        pending.Abort();
        thread.Post(() => pending.Tell(reason));
        _history.Fail(pending, reason);
        if (pending.Place is { } place)
        {
            Discard(place);
        }

        if (pending.Triggered)
        {
            foreach (var subtask in pending.Plan.ToAcknowledge)
            {
                subtask.Task.NotifyCheckpointAborted(pending.Id);
            }
        }

        if (counts && ++_failures > settings.TolerableFailures)
        {
            _failures = 0;
            job.FailOver(new JobOperationException(
                ExitCode.OperationFailed, "org.apache.flink.util.FlinkRuntimeException",
                $"Exceeded checkpoint tolerable failure threshold. The latest checkpoint failed due to {reason.Message}",
                reason.Hint, reason));
        }
    }

    /// <summary>Faults of the coordinator's own storage work never cost a job that only asked for a savepoint.</summary>
    private static bool CountsForJob(PendingSnapshot pending) => pending.Request.Kind == SnapshotKind.Checkpoint;

    private void Discard(SnapshotPlace place) =>
        thread.Offload(() => directories.Delete(place), _ => { }, fault => log.LeftoverStays(place.ExternalPath, fault));
}
