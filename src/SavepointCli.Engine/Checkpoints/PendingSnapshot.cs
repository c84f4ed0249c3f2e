using SavepointCli.Engine.Graph;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>An attempt to take a snapshot that is not complete yet. Belongs to the job's thread.</summary>
internal sealed class PendingSnapshot(long id, RequestedSnapshot requested, CheckpointPlan plan, DateTimeOffset triggeredAt) : IDisposable
{
    private readonly HashSet<(OperatorId Vertex, int Subtask)> _finished = [];
    private readonly Dictionary<(OperatorId Operator, int Subtask), SubtaskState> _states = [];
    private readonly Dictionary<OperatorId, (int Count, long Size, DateTimeOffset At)> _acknowledged = [];
    private readonly Dictionary<Subtask, (long Size, DateTimeOffset At)> _bySubtask = [];
    private HashSet<Subtask> _missing = [.. plan.ToAcknowledge];

    /// <summary>The checkpoint id.</summary>
    public long Id => id;

    /// <summary>What was asked for.</summary>
    public SnapshotRequest Request { get; private set; } = requested.Request;

    /// <summary>Who takes part.</summary>
    public CheckpointPlan Plan { get; private set; } = plan;

    /// <summary>When the attempt began; its timeout counts from here.</summary>
    public DateTimeOffset TriggeredAt => triggeredAt;

    /// <summary>Where it goes; null until the directory is there.</summary>
    public SnapshotPlace? Place { get; set; }

    /// <summary>State of the operators' coordinators.</summary>
    public IReadOnlyDictionary<OperatorId, StreamHandle> CoordinatorStates { get; set; } = new Dictionary<OperatorId, StreamHandle>();

    /// <summary>Fires the timeout.</summary>
    public ITimer? Timeout { get; set; }

    /// <summary>Whether the attempt was given up.</summary>
    public bool Aborted { get; private set; }

    /// <summary>Whether everybody has acknowledged and the metadata is being written.</summary>
    public bool IsPublishing { get; set; }

    /// <summary>Whether the snapshot is complete on the storage.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>What was sent to the tasks, null until then.</summary>
    public CheckpointBarrier? Barrier { get; private set; }

    /// <summary>Whether the barrier has been sent to the tasks.</summary>
    public bool Triggered => Barrier is not null;

    /// <summary>Subtasks that have not acknowledged yet.</summary>
    public IReadOnlyCollection<Subtask> Missing => _missing;

    /// <summary>Whether everybody has acknowledged.</summary>
    public bool IsFullyAcknowledged => _missing.Count == 0;

    /// <summary>Bytes of the state acknowledged so far.</summary>
    public long StateSize => _acknowledged.Values.Sum(vertex => vertex.Size) + CoordinatorStates.Values.Sum(state => state.Size);

    /// <summary>Notes that the barrier is sent, to those who take part now.</summary>
    public void Begin(CheckpointPlan current, CheckpointBarrier barrier, SnapshotRequest effective)
    {
        Request = effective;
        Plan = current;
        Barrier = barrier;
        _missing = [.. current.ToAcknowledge];
        _finished.UnionWith(current.Finished.Select(subtask => (subtask.Vertex.Id, subtask.Index)));
    }

    /// <summary>
    /// A subtask has finished without having seen the barrier: all that it ever emitted lies in front of it. False if it had no part in
    /// the snapshot, or has acknowledged.
    /// </summary>
    public bool MarkFinished(Subtask subtask) => _missing.Remove(subtask) && _finished.Add((subtask.Vertex.Id, subtask.Index));

    /// <summary>Whether a subtask had finished before the cut.</summary>
    public bool HasFinished(OperatorId vertex, int subtask) => _finished.Contains((vertex, subtask));

    /// <summary>Takes a subtask's state; false if it has no part in this snapshot or has acknowledged before.</summary>
    public bool Acknowledge(Subtask subtask, IReadOnlyDictionary<OperatorId, SubtaskState> states, DateTimeOffset at)
    {
        if (!_missing.Remove(subtask))
        {
            return false;
        }

        foreach (var (@operator, state) in states)
        {
            _states[(@operator, subtask.Index)] = state;
        }

        _bySubtask[subtask] = (states.Values.Sum(StateSizes.Of), at);
        var (count, size, _) = _acknowledged.GetValueOrDefault(subtask.Vertex.Id);
        _acknowledged[subtask.Vertex.Id] = (count + 1, size + states.Values.Sum(StateSizes.Of), at);
        return true;
    }

    /// <summary>The state that a subtask of an operator acknowledged, or null.</summary>
    public SubtaskState? StateOf(OperatorId @operator, int subtask) => _states.GetValueOrDefault((@operator, subtask));

    /// <summary>What a vertex has contributed so far.</summary>
    public Jobs.VertexSnapshotStatistics Describe(JobVertex vertex)
    {
        var (count, size, at) = _acknowledged.GetValueOrDefault(vertex.Id);
        var expected = Plan.ToAcknowledge.Where(subtask => subtask.Vertex.Id == vertex.Id).ToList();
        return new Jobs.VertexSnapshotStatistics(vertex.Id, expected.Count, count, size, count == 0 ? null : at)
        {
            BySubtask =
            [
                .. expected.Select(subtask => _bySubtask.TryGetValue(subtask, out var own)
                    ? new Jobs.SubtaskSnapshotStatistics(subtask.Index, own.Size, own.At)
                    : new Jobs.SubtaskSnapshotStatistics(subtask.Index, 0, null)),
            ],
        };
    }

    /// <summary>Marks the attempt as given up; whoever waits is told by <see cref="Tell(Exception)"/>.</summary>
    public void Abort()
    {
        Aborted = true;
        Dispose();
    }

    /// <summary>Marks the snapshot as published; whoever waits is told by <see cref="Tell(CompletedSnapshot)"/>.</summary>
    public void Complete()
    {
        IsPublished = true;
        Dispose();
    }

    /// <summary>Tells whoever waits that there is no snapshot.</summary>
    public void Tell(Exception reason) => requested.Tell(reason);

    /// <summary>Tells whoever waits that the snapshot is published.</summary>
    public void Tell(CompletedSnapshot snapshot) => requested.Tell(snapshot);

    /// <summary>Stops the timeout.</summary>
    public void Dispose() => Timeout?.Dispose();
}
