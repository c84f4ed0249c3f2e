using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Takes the snapshots of one job: starts requests in their order, chooses who takes part, finds a place, sends the barrier and collects
/// what the subtasks acknowledge. Belongs to the job's thread, and all members are called on it; storage work is handed to the pool and
/// comes back as an action of that thread. Mirrors <c>org.apache.flink.runtime.checkpoint.CheckpointCoordinator</c>.
/// </summary>
internal sealed class CheckpointCoordinator(
    ICheckpointedJob job,
    CheckpointSettings settings,
    SnapshotDirectories directories,
    SnapshotCompletion completion,
    KeptSnapshots kept,
    JobThread thread,
    TimeProvider time)
{
    private readonly SnapshotRequests _requests = new(settings.MaxConcurrent);
    private readonly CheckpointFailures _failures = new(settings.TolerableFailures);
    private readonly Dictionary<long, PendingSnapshot> _pending = [];
    private readonly SnapshotHistory _history = new(settings.History, time);
    private bool _isTriggering;
    private bool _isStarting;
    private long _nextRequest;
    private long _nextId = 1;
    private long? _lastCompletion;

    /// <summary>The attempts of late, newest first.</summary>
    public SnapshotReport History => _history.Describe(job.Vertices);

    /// <summary>Called when a periodic request came too early, with the time to wait.</summary>
    public Action<TimeSpan> Postponed { get; set; } = _ => { };

    /// <summary>Time until a periodic checkpoint may start, counted from the end of the last snapshot of any kind.</summary>
    private TimeSpan PauseLeft => _lastCompletion is { } last ? settings.MinPause - time.GetElapsedTime(last) : TimeSpan.Zero;

    /// <summary>Goes on with the ids behind those of a restored snapshot.</summary>
    public void ContinueBehind(long restoredId) => _nextId = Math.Max(_nextId, restoredId + 1);

    /// <summary>Asks for a snapshot. It starts when its turn comes; the outcome says how it went.</summary>
    public RequestedSnapshot Request(SnapshotRequest request)
    {
        var requested = new RequestedSnapshot(request, _nextRequest++);
        if (_requests.Add(requested) is { } displaced)
        {
            Refuse(displaced, CheckpointException.Of(CheckpointFailureReason.TooManyRequests));
        }

        StartNext();
        return requested;
    }

    /// <summary>Takes what a subtask acknowledged.</summary>
    public void Acknowledge(Subtask subtask, long checkpointId, IReadOnlyDictionary<OperatorId, SubtaskState> states)
    {
        var pending = _pending.GetValueOrDefault(checkpointId);
        if (pending?.Request.Kind is null or SnapshotKind.Checkpoint)
        {
            // Also what comes too late: later checkpoints may use its files, or they are collected with those of the attempt.
            kept.Register(checkpointId, states.Values, pending?.Place?.Directory);
        }

        if (pending?.Acknowledge(subtask, states, time.GetUtcNow()) == true)
        {
            PublishIfAcknowledged(pending);
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
            PublishIfAcknowledged(pending);
        }
    }

    /// <summary>Gives up every attempt and every request, as every failover, cancellation and stop does.</summary>
    public void AbortAll(CheckpointFailureReason reason, Exception? cause = null)
    {
        foreach (var requested in _requests.TakeAll())
        {
            Refuse(requested, CheckpointException.Of(reason, cause: cause));
        }

        foreach (var pending in _pending.Values.ToArray())
        {
            Abort(pending, CheckpointException.Of(reason, cause: cause), counts: false);
        }
    }

    /// <summary>One attempt after the other is brought on its way: barriers must reach the tasks in the order of their ids.</summary>
    public void StartNext()
    {
        if (_isStarting)
        {
            return;
        }

        _isStarting = true;
        while (!_isTriggering && _requests.Take(_pending.Count, kept.Cleaning) is { } next)
        {
            if (next.Request.IsPeriodic && PauseLeft is var left && left > TimeSpan.Zero)
            {
                Refuse(next, CheckpointException.Of(CheckpointFailureReason.MinPause));
                Postponed(left);
                continue;
            }

            Start(next);
        }

        _isStarting = false;
    }

    private void Start(RequestedSnapshot requested)
    {
        CheckpointPlan plan;
        try
        {
            plan = job.PlanCheckpoint();
        }
        catch (JobOperationException refusal)
        {
            Refuse(requested, refusal);
            return;
        }

        var pending = new PendingSnapshot(_nextId++, requested, plan, time.GetUtcNow());
        requested.Attempt = pending;
        _pending.Add(pending.Id, pending);
        _history.Add(pending);
        pending.Timeout = time.CreateTimer(
            _ => thread.Post(() => OnTimeout(pending)), null, settings.Timeout, Timeout.InfiniteTimeSpan);
        _isTriggering = true;
        thread.Offload(
            () => directories.Create(pending.Id, pending.Request),
            place =>
            {
                _isTriggering = false;
                OnLocated(pending, place);
                StartNext();
            },
            fault =>
            {
                _isTriggering = false;
                Abort(pending, CheckpointException.Of(CheckpointFailureReason.Storage, cause: fault), CountsForJob(pending));
                StartNext();
            });
    }

    private void OnTimeout(PendingSnapshot pending)
    {
        // What is being published is on the storage or not; the clock does not decide that any more.
        if (!pending.IsPublishing)
        {
            Abort(pending, CheckpointException.Of(CheckpointFailureReason.Expired), CountsForJob(pending));
        }
    }

    private void OnLocated(PendingSnapshot pending, SnapshotPlace place)
    {
        if (pending.Aborted)
        {
            kept.DeleteAttempt(place);
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

        var request = pending.Request with { IsFull = pending.Request.IsFull || kept.NeedsFullCheckpoint };
        var barrier = new CheckpointBarrier(
            pending.Id, pending.TriggeredAt, request.Kind, settings.OptionsOf(request), place.Location, request.Drain);
        pending.Begin(plan, barrier, request);
        TriggerAll(barrier, plan.ToTrigger);
    }

    private static void TriggerAll(CheckpointBarrier barrier, IEnumerable<Subtask> subtasks)
    {
        foreach (var subtask in subtasks)
        {
            subtask.Task.TriggerCheckpoint(barrier);
        }
    }

    private void PublishIfAcknowledged(PendingSnapshot pending)
    {
        if (!pending.IsFullyAcknowledged)
        {
            return;
        }

        if (PartlyFinishedUnion.Find(pending, job.Vertices) is { } vertex)
        {
            Abort(pending, PartlyFinishedUnion.Refuse(vertex), counts: true);
            return;
        }

        completion.Complete(
            pending,
            (snapshot, subsumed) => OnCompleted(pending, snapshot, subsumed),
            fault => Abort(
                pending, CheckpointException.Of(CheckpointFailureReason.FinalizationFailed, cause: fault), CountsForJob(pending)));
    }

    private void OnCompleted(PendingSnapshot pending, CompletedSnapshot snapshot, IReadOnlyList<long> subsumed)
    {
        _pending.Remove(pending.Id);
        _failures.Reset();
        _lastCompletion = time.GetTimestamp();
        _history.Complete(pending, snapshot);
        _history.Discard(subsumed);
        if (snapshot.Kind == SnapshotKind.Checkpoint)
        {
            DropOlderCheckpoints(snapshot.Id);
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

        StartNext();
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
        if (pending.Place is { } place && !pending.IsPublishing)
        {
            kept.DeleteAttempt(place);
        }

        if (pending.Triggered)
        {
            foreach (var subtask in pending.Plan.ToAcknowledge)
            {
                subtask.Task.NotifyCheckpointAborted(pending.Id);
            }
        }

        if (counts && _failures.IsTooMany())
        {
            job.FailOver(CheckpointException.TooManyFailures(reason));
        }

        StartNext();
    }

    private void Refuse(RequestedSnapshot requested, JobOperationException reason) => thread.Post(() => requested.Tell(reason));

    /// <summary>Faults of the coordinator's own storage work never cost a job that only asked for a savepoint.</summary>
    private static bool CountsForJob(PendingSnapshot pending) => pending.Request.Kind == SnapshotKind.Checkpoint;
}
