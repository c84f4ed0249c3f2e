using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest;

/// <summary>Puts the statistics of checkpoints and savepoints into the documents that show them.</summary>
internal static class CheckpointDocuments
{
    private const long NoPeriodicCheckpoints = long.MaxValue;

    /// <summary>What <c>changelog_*</c> show in a cluster without changelog state backend.</summary>
    private const string NoChangelogStorage = "memory";
    private static readonly TimeSpan NoChangelogInterval = TimeSpan.FromMinutes(10);

    /// <summary>Counts, spread, the latest of each kind and the history.</summary>
    public static CheckpointsAnswer Statistics(JobDetails job, int history)
    {
        var snapshots = job.Snapshots;
        SnapshotStatistics[] completed = [.. snapshots.Where(snapshot => snapshot.State == SnapshotState.Completed)];
        var failed = snapshots.FirstOrDefault(snapshot => snapshot.State == SnapshotState.Failed);
        var counts = new CheckpointCounts(
            job.Restored is null ? 0 : 1,
            snapshots.Count,
            snapshots.Count(snapshot => snapshot.State == SnapshotState.InProgress),
            completed.Length,
            snapshots.Count(snapshot => snapshot.State == SnapshotState.Failed));
        var latest = new LatestCheckpoints(
            Latest(completed, savepoint: false),
            Latest(completed, savepoint: true),
            failed is null ? null : Snapshot(failed),
            Restored(job.Restored));
        return new CheckpointsAnswer(counts, Summary(completed), latest, [.. snapshots.Take(history).Select(Snapshot)]);
    }

    /// <summary>One snapshot with what each vertex contributed.</summary>
    public static CheckpointAnswer Details(SnapshotStatistics snapshot) => Snapshot(snapshot) with
    {
        Tasks = snapshot.Vertices.ToDictionary(vertex => vertex.Id.ToString(), vertex => Vertex(snapshot, vertex)),
    };

    /// <summary>How the job takes checkpoints.</summary>
    public static CheckpointConfigAnswer Config(EngineConfiguration configuration)
    {
        var interval = configuration.Get(EngineOptions.CheckpointInterval);
        var retention = configuration.Get(EngineOptions.CheckpointRetention);
        return new CheckpointConfigAnswer(
            Mode: "exactly_once",
            interval > TimeSpan.Zero ? (long)interval.TotalMilliseconds : NoPeriodicCheckpoints,
            (long)configuration.Get(EngineOptions.CheckpointTimeout).TotalMilliseconds,
            (long)configuration.Get(EngineOptions.CheckpointMinPause).TotalMilliseconds,
            MaxConcurrent: 1,
            new ExternalizationAnswer(
                retention != CheckpointRetention.NoExternalizedCheckpoints, retention != CheckpointRetention.RetainOnCancellation),
            configuration.Get(EngineOptions.StateBackend) == StateBackendKind.RocksDb ? "EmbeddedRocksDBStateBackend" : "HashMapStateBackend",
            configuration.Get(EngineOptions.CheckpointDirectory) is null ? "JobManagerCheckpointStorage" : "FileSystemCheckpointStorage",
            UnalignedCheckpoints: false,
            TolerableFailedCheckpoints: 0,
            AlignedCheckpointTimeout: 0,
            CheckpointsAfterTasksFinish: true,
            StateChangelogEnabled: false,
            (long)NoChangelogInterval.TotalMilliseconds,
            NoChangelogStorage);
    }

    private static CheckpointAnswer? Latest(SnapshotStatistics[] completed, bool savepoint) =>
        Array.Find(completed, snapshot => IsSavepoint(snapshot) == savepoint) is { } latest ? Snapshot(latest) : null;

    private static CheckpointAnswer Snapshot(SnapshotStatistics snapshot)
    {
        var vertices = snapshot.Vertices;
        var answer = new CheckpointAnswer(
            ClassName(snapshot.State),
            snapshot.Id,
            Status(snapshot.State),
            IsSavepoint(snapshot),
            snapshot.Format?.ToString().ToUpperInvariant(),
            snapshot.TriggeredAt.ToUnixTimeMilliseconds(),
            JobDocuments.Milliseconds(vertices.Max(vertex => vertex.LastAcknowledgedAt)),
            snapshot.StateSize,
            snapshot.StateSize,
            (long)snapshot.Duration.TotalMilliseconds,
            AlignmentBuffered: 0,
            ProcessedData: 0,
            PersistedData: 0,
            vertices.Sum(vertex => vertex.Subtasks),
            vertices.Sum(vertex => vertex.AcknowledgedSubtasks),
            Type(snapshot.Kind),
            new Dictionary<string, VertexCheckpointAnswer>());
        return snapshot.State switch
        {
            SnapshotState.Completed => answer with { ExternalPath = snapshot.ExternalPath, Discarded = snapshot.Discarded },
            SnapshotState.Failed => answer with
            {
                FailureTimestamp = (snapshot.TriggeredAt + snapshot.Duration).ToUnixTimeMilliseconds(),
                FailureMessage = snapshot.Failure,
            },
            _ => answer,
        };
    }

    private static VertexCheckpointAnswer Vertex(SnapshotStatistics snapshot, VertexSnapshotStatistics vertex) => new(
        snapshot.Id,
        Status(snapshot.State),
        JobDocuments.Milliseconds(vertex.LastAcknowledgedAt),
        vertex.StateSize,
        vertex.StateSize,
        vertex.LastAcknowledgedAt is { } last ? (long)(last - snapshot.TriggeredAt).TotalMilliseconds : JobDocuments.Milliseconds(null),
        AlignmentBuffered: 0,
        ProcessedData: 0,
        PersistedData: 0,
        vertex.Subtasks,
        vertex.AcknowledgedSubtasks);

    private static CheckpointSummary Summary(SnapshotStatistics[] completed)
    {
        var sizes = StatsSummary.Of(completed.Select(snapshot => snapshot.StateSize));
        var nothing = StatsSummary.Of(completed.Select(_ => 0L));
        return new CheckpointSummary(
            sizes,
            sizes,
            StatsSummary.Of(completed.Select(snapshot => (long)snapshot.Duration.TotalMilliseconds)),
            StatsSummary.AlwaysZero,
            nothing,
            nothing);
    }

    private static RestoredCheckpointAnswer? Restored(RestoredSnapshot? restored) => restored is null
        ? null
        : new RestoredCheckpointAnswer(
            restored.CheckpointId, restored.RestoredAt.ToUnixTimeMilliseconds(), restored.IsSavepoint, restored.ExternalPath);

    private static bool IsSavepoint(SnapshotStatistics snapshot) => snapshot.Kind != SnapshotKind.Checkpoint;

    private static string ClassName(SnapshotState state) => state switch
    {
        SnapshotState.InProgress => "in_progress",
        SnapshotState.Completed => "completed",
        SnapshotState.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static string Status(SnapshotState state) => ClassName(state).ToUpperInvariant();

    private static string Type(SnapshotKind kind) => kind switch
    {
        SnapshotKind.Checkpoint => "CHECKPOINT",
        SnapshotKind.Savepoint => "SAVEPOINT",
        SnapshotKind.SyncSavepoint => "SYNC_SAVEPOINT",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
