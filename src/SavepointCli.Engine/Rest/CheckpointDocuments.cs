using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;
using SavepointCli.Engine.State;

namespace SavepointCli.Engine.Rest;

/// <summary>Puts the statistics of checkpoints and savepoints into the documents that show them.</summary>
internal static class CheckpointDocuments
{
    private const long NoPeriodicCheckpoints = long.MaxValue;

    /// <summary>What <c>changelog_*</c> show in a cluster without changelog state backend.</summary>
    private const string NoChangelogStorage = "memory";
    private static readonly TimeSpan NoChangelogInterval = TimeSpan.FromMinutes(10);

    /// <summary>Counts, spread, the latest of each kind and the history.</summary>
    public static CheckpointsAnswer Statistics(JobDetails job)
    {
        var snapshots = job.Snapshots;
        SnapshotStatistics[] completed = [.. snapshots.Where(snapshot => snapshot.State == SnapshotState.Completed)];
        var (total, inProgress, done, failed) = job.SnapshotCounts;
        var counts = new CheckpointCounts(job.Restored is null ? 0 : 1, total, inProgress, done, failed);
        var latest = new LatestCheckpoints(
            Latest(job.LatestSnapshots.Checkpoint), Latest(job.LatestSnapshots.Savepoint), Latest(job.LatestSnapshots.Failed),
            Restored(job.Restored));
        return new CheckpointsAnswer(counts, Summary(completed), latest, [.. snapshots.Select(Snapshot)]);
    }

    /// <summary>One snapshot with what each vertex contributed.</summary>
    public static CheckpointAnswer Details(SnapshotStatistics snapshot) => Snapshot(snapshot) with
    {
        Tasks = snapshot.Vertices.ToDictionary(vertex => vertex.Id.ToString(), vertex => Vertex(snapshot, vertex)),
    };

    /// <summary>What the subtasks of one vertex contributed to a snapshot.</summary>
    public static CheckpointSubtasksAnswer Subtasks(SnapshotStatistics snapshot, VertexSnapshotStatistics vertex)
    {
        SubtaskSnapshotStatistics[] done = [.. vertex.BySubtask.Where(subtask => subtask.AcknowledgedAt is not null)];
        var sizes = StatsSummary.Of(done.Select(subtask => subtask.StateSize));
        var nothing = StatsSummary.Of(done.Select(_ => 0L));
        return new CheckpointSubtasksAnswer(
            snapshot.Id, Status(snapshot.State), JobDocuments.Milliseconds(vertex.LastAcknowledgedAt), vertex.StateSize, vertex.StateSize,
            vertex.LastAcknowledgedAt is { } last ? (long)(last - snapshot.TriggeredAt).TotalMilliseconds : JobDocuments.Milliseconds(null),
            AlignmentBuffered: 0, ProcessedData: 0, PersistedData: 0, vertex.Subtasks, vertex.AcknowledgedSubtasks,
            new CheckpointSubtasksSummary(
                sizes, sizes, StatsSummary.Of(done.Select(subtask => DurationOf(snapshot, subtask))), new CheckpointParts(nothing, nothing),
                new AlignmentSummary(StatsSummary.AlwaysZero, nothing, nothing, nothing), nothing),
            [.. vertex.BySubtask.Select(subtask => Subtask(snapshot, subtask))]);
    }

    private static SubtaskCheckpointAnswer Subtask(SnapshotStatistics snapshot, SubtaskSnapshotStatistics subtask) =>
        subtask.AcknowledgedAt is not { } at
            ? new SubtaskCheckpointAnswer("pending", subtask.Index, "pending_or_failed")
            : new SubtaskCheckpointAnswer("completed", subtask.Index, "completed")
            {
                AckTimestamp = at.ToUnixTimeMilliseconds(),
                EndToEndDuration = DurationOf(snapshot, subtask),
                CheckpointedSize = subtask.StateSize,
                StateSize = subtask.StateSize,
                Checkpoint = new SubtaskCheckpointParts(0, 0),
                Alignment = new SubtaskAlignment(0, 0, 0, 0),
                StartDelay = 0,
                UnalignedCheckpoint = false,
                Aborted = false,
            };

    private static long DurationOf(SnapshotStatistics snapshot, SubtaskSnapshotStatistics subtask) =>
        (long)(subtask.AcknowledgedAt!.Value - snapshot.TriggeredAt).TotalMilliseconds;

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
            configuration.Get(EngineOptions.MaxConcurrentCheckpoints),
            new ExternalizationAnswer(
                retention != CheckpointRetention.NoExternalizedCheckpoints, retention != CheckpointRetention.RetainOnCancellation),
            configuration.Get(EngineOptions.StateBackend) == StateBackendKind.RocksDb ? "EmbeddedRocksDBStateBackend" : "HashMapStateBackend",
            configuration.Get(EngineOptions.CheckpointDirectory) is null ? "JobManagerCheckpointStorage" : "FileSystemCheckpointStorage",
            UnalignedCheckpoints: false,
            configuration.Get(EngineOptions.TolerableFailedCheckpoints),
            AlignedCheckpointTimeout: 0,
            configuration.Get(EngineOptions.CheckpointsAfterTasksFinish),
            StateChangelogEnabled: false,
            (long)NoChangelogInterval.TotalMilliseconds,
            NoChangelogStorage);
    }

    private static CheckpointAnswer? Latest(SnapshotStatistics? snapshot) => snapshot is null ? null : Snapshot(snapshot);

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
