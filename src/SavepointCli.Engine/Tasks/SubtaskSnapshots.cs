using System.Collections.Concurrent;
using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Tasks;

/// <summary>
/// Takes the snapshots of one subtask: the part that must see one moment on the task's thread, the writing on the pool. Mirrors
/// <c>SubtaskCheckpointCoordinatorImpl</c>.
/// </summary>
internal sealed class SubtaskSnapshots(Subtask subtask, OperatorChain chain, IStorage storage, ITaskListener listener)
{
    private readonly HashSet<long> _aborted = [];
    private readonly ConcurrentDictionary<long, (CancellationTokenSource Cancellation, Task Writing)> _running = new();
    private long _last;

    /// <summary>
    /// Cuts: sends the barrier on and freezes the state, as one step with respect to records, timers and notifications. Writing goes on
    /// beside the task. A fault here is a fault of the task.
    /// </summary>
    public void Take(CheckpointBarrier barrier)
    {
        if (barrier.Id <= _last)
        {
            return;
        }

        _last = barrier.Id;
        var isAborted = _aborted.Remove(barrier.Id);
        _aborted.RemoveWhere(id => id < barrier.Id);
        if (isAborted)
        {
            chain.SendCancelMarker(barrier.Id);
            return;
        }

        chain.SendBarrier(barrier);
        var frozen = Freeze(barrier);
        var cancellation = new CancellationTokenSource();
        var writing = new Task(() => Write(barrier, frozen, cancellation.Token));
        _running[barrier.Id] = (cancellation, writing);
        writing.Start(TaskScheduler.Default);
    }

    /// <summary>A checkpoint came to nothing: stops writing it, or does not begin.</summary>
    public void Abort(long checkpointId)
    {
        if (checkpointId > _last)
        {
            _aborted.Add(checkpointId);
        }
        else if (_running.TryGetValue(checkpointId, out var running))
        {
            running.Cancellation.Cancel();
        }

        chain.NotifyCheckpointAborted(checkpointId);
    }

    /// <summary>The barrier will not be complete here: tells the consumers and the coordinator.</summary>
    public void Decline(long checkpointId, CheckpointFailureReason reason)
    {
        _last = Math.Max(_last, checkpointId);
        chain.SendCancelMarker(checkpointId);
        listener.OnDeclined(subtask, checkpointId, reason, null);
    }

    /// <summary>Stops all writing and waits for it to end.</summary>
    public void Close()
    {
        foreach (var (cancellation, _) in _running.Values)
        {
            cancellation.Cancel();
        }

        WaitForWriting();
    }

    /// <summary>Waits until everything is written.</summary>
    public void WaitForWriting() => Task.WaitAll([.. _running.Values.Select(running => running.Writing)]);

    private List<(OperatorId Id, RunnableSnapshot Snapshot)> Freeze(CheckpointBarrier barrier)
    {
        var frozen = new List<(OperatorId, RunnableSnapshot)>();
        try
        {
            foreach (var chained in chain.Operators.Reverse())
            {
                chained.Operator.SnapshotState(new StateSnapshotContext(barrier.Id, barrier.TriggeredAt.ToUnixTimeMilliseconds()));
                frozen.Add((chained.Id, chained.Context.Snapshot(barrier.Options with { CheckpointId = barrier.Id })));
            }

            return frozen;
        }
        catch
        {
            frozen.ForEach(part => part.Item2.Dispose());
            throw;
        }
    }

    private void Write(CheckpointBarrier barrier, List<(OperatorId Id, RunnableSnapshot Snapshot)> frozen, CancellationToken cancellation)
    {
        try
        {
            var streams = new SnapshotStreamFactory(storage, barrier.Location);
            var states = frozen.ToDictionary(part => part.Id, part => ToState(part.Snapshot.Run(streams, cancellation)));
            listener.OnAcknowledged(subtask, barrier.Id, states);
        }
        catch (Exception fault)
        {
            listener.OnDeclined(subtask, barrier.Id, CheckpointFailureReason.AsyncPartFailed, fault);
        }
        finally
        {
            frozen.ForEach(part => part.Snapshot.Dispose());
            _running.TryRemove(barrier.Id, out _);
        }
    }

    private SubtaskState ToState(OperatorSnapshot snapshot) => new()
    {
        Index = subtask.Index,
        ManagedKeyedState = snapshot.ManagedKeyedState,
        ManagedOperatorState = snapshot.ManagedOperatorState,
    };
}
