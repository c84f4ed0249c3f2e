using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// The attempts of late and how they went, and the numbers of all. Belongs to the job's thread. Mirrors <c>CheckpointStatsTracker</c>.
/// </summary>
/// <param name="capacity">Attempts that are listed; those under way always are.</param>
/// <param name="time">The clock.</param>
internal sealed class SnapshotHistory(int capacity, TimeProvider time)
{
    // What Flink shows as the path of a checkpoint that has none.
    private const string InMemory = "<checkpoint-not-externally-addressable>";

    private readonly List<Entry> _entries = [];
    private int _total;
    private int _completed;
    private int _failed;
    private Entry? _latestCheckpoint;
    private Entry? _latestSavepoint;
    private Entry? _latestFailed;

    /// <summary>Notes a new attempt.</summary>
    public void Add(PendingSnapshot pending)
    {
        _total++;
        _entries.Insert(0, new Entry(pending));
        DropSurplus();
    }

    /// <summary>Notes that an attempt was published.</summary>
    public void Complete(PendingSnapshot pending, CompletedSnapshot snapshot)
    {
        _completed++;
        var entry = End(pending);
        entry.ExternalPath = snapshot.ExternalPath ?? InMemory;
        if (snapshot.Kind == SnapshotKind.Checkpoint)
        {
            _latestCheckpoint = entry;
        }
        else
        {
            _latestSavepoint = entry;
        }

        DropSurplus();
    }

    /// <summary>Notes that an attempt was given up.</summary>
    public void Fail(PendingSnapshot pending, Exception reason)
    {
        _failed++;
        var entry = End(pending);
        entry.Failure = reason.Message;
        _latestFailed = entry;
        DropSurplus();
    }

    /// <summary>Notes that the files of checkpoints are no longer kept.</summary>
    public void Discard(IEnumerable<long> ids)
    {
        foreach (var entry in ids.Select(id => _entries.Find(entry => entry.Pending.Id == id)).OfType<Entry>())
        {
            entry.Discarded = true;
        }
    }

    /// <summary>What there is to say.</summary>
    public SnapshotReport Describe(IReadOnlyList<JobVertex> vertices)
    {
        var now = time.GetUtcNow();
        return new SnapshotReport(
            [.. _entries.Select(entry => entry.Describe(vertices, now))],
            new SnapshotCounts(_total, _total - _completed - _failed, _completed, _failed),
            new LatestSnapshots(
                _latestCheckpoint?.Describe(vertices, now), _latestSavepoint?.Describe(vertices, now), _latestFailed?.Describe(vertices, now)));
    }

    private Entry End(PendingSnapshot pending)
    {
        var entry = _entries.Find(entry => entry.Pending == pending) ?? new Entry(pending);
        entry.EndedAt = time.GetUtcNow();
        return entry;
    }

    private void DropSurplus()
    {
        while (_entries.Count > capacity && _entries.FindLastIndex(entry => entry.EndedAt is not null) is >= 0 and var oldest)
        {
            _entries.RemoveAt(oldest);
        }
    }

    private sealed class Entry(PendingSnapshot pending)
    {
        private SnapshotStatistics? _final;

        public PendingSnapshot Pending => pending;

        public DateTimeOffset? EndedAt { get; set; }

        public string? ExternalPath { get; set; }

        public string? Failure { get; set; }

        public bool Discarded { get; set; }

        private SnapshotState State =>
            EndedAt is null ? SnapshotState.InProgress : Failure is null ? SnapshotState.Completed : SnapshotState.Failed;

        /// <summary>What is over does not change any more, except that it may be discarded.</summary>
        public SnapshotStatistics Describe(IReadOnlyList<JobVertex> vertices, DateTimeOffset now)
        {
            if (_final is not null && _final.Discarded == Discarded)
            {
                return _final;
            }

            var described = new SnapshotStatistics(
                pending.Id, pending.Request.Kind, State, pending.TriggeredAt, (EndedAt ?? now) - pending.TriggeredAt, pending.StateSize,
                ExternalPath, Failure)
            {
                Format = pending.Request.Kind == SnapshotKind.Checkpoint ? null : pending.Request.Format,
                Discarded = Discarded,
                Vertices = [.. vertices.Select(pending.Describe)],
            };
            _final = EndedAt is null ? null : described;
            return described;
        }
    }
}
