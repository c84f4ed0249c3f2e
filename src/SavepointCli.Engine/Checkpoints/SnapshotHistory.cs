using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>The attempts of late and how they went. Belongs to the job's thread.</summary>
internal sealed class SnapshotHistory(TimeProvider time)
{
    // Flink's default of web.checkpoints.history.
    private const int Capacity = 10;

    private readonly List<Entry> _entries = [];

    /// <summary>Notes a new attempt.</summary>
    public void Add(PendingSnapshot pending)
    {
        _entries.Insert(0, new Entry(pending));
        var surplus = _entries.FindLastIndex(entry => entry.EndedAt is not null);
        if (_entries.Count > Capacity && surplus >= 0)
        {
            _entries.RemoveAt(surplus);
        }
    }

    /// <summary>Notes that an attempt was published.</summary>
    public void Complete(PendingSnapshot pending, CompletedSnapshot snapshot)
    {
        if (Find(pending.Id) is { } entry)
        {
            entry.EndedAt = time.GetUtcNow();
            entry.ExternalPath = snapshot.ExternalPath ?? InMemory;
        }
    }

    /// <summary>Notes that an attempt was given up.</summary>
    public void Fail(PendingSnapshot pending, Exception reason)
    {
        if (Find(pending.Id) is { } entry)
        {
            entry.EndedAt = time.GetUtcNow();
            entry.Failure = reason.Message;
        }
    }

    /// <summary>Notes that the files of checkpoints are no longer kept.</summary>
    public void Discard(IEnumerable<long> ids)
    {
        foreach (var entry in ids.Select(Find).OfType<Entry>())
        {
            entry.Discarded = true;
        }
    }

    /// <summary>The attempts, newest first.</summary>
    public IReadOnlyList<SnapshotStatistics> Describe(IReadOnlyList<JobVertex> vertices) =>
        [.. _entries.Select(entry => entry.Describe(vertices, time.GetUtcNow()))];

    private Entry? Find(long id) => _entries.Find(entry => entry.Pending.Id == id);

    /// <summary>What Flink shows as the path of a checkpoint that has none.</summary>
    private const string InMemory = "<checkpoint-not-externally-addressable>";

    private sealed class Entry(PendingSnapshot pending)
    {
        public PendingSnapshot Pending => pending;

        public DateTimeOffset? EndedAt { get; set; }

        public string? ExternalPath { get; set; }

        public string? Failure { get; set; }

        public bool Discarded { get; set; }

        public SnapshotStatistics Describe(IReadOnlyList<JobVertex> vertices, DateTimeOffset now) =>
            new(pending.Id, pending.Request.Kind, State, pending.TriggeredAt, (EndedAt ?? now) - pending.TriggeredAt, pending.StateSize,
                ExternalPath, Failure)
            {
                Format = pending.Request.Kind == SnapshotKind.Checkpoint ? null : pending.Request.Format,
                Discarded = Discarded,
                Vertices = [.. vertices.Select(pending.Describe)],
            };

        private SnapshotState State =>
            EndedAt is null ? SnapshotState.InProgress : Failure is null ? SnapshotState.Completed : SnapshotState.Failed;
    }
}
