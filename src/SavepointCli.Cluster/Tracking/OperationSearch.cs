using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Rest;
using SavepointCli.Cluster.Rest.Messages;

namespace SavepointCli.Cluster.Tracking;

/// <summary>
/// Looks for an operation whose id the cluster does not know: never had it, forgot it (results are kept for five minutes), or was
/// restarted. The checkpoint history and the storage hold no trigger ids, so a snapshot counts only if it is the one that fits.
/// </summary>
internal sealed class OperationSearch(OperationClient client, TimeProvider time)
{
    /// <summary>What clocks and caches may be apart: <c>/jobs/:jobid</c> is up to three seconds old.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    /// <summary>Entries that Flink keeps at least (<c>web.checkpoints.history</c>, unless set lower).</summary>
    private const int UsualHistory = 10;

    public async Task<OperationFinding> SearchAsync(OperationRecord record, CancellationToken cancellation)
    {
        var times = await client.FindTimesAsync(record.Request.Job, cancellation).ConfigureAwait(false);
        var history = times is null ? null : await client.FindHistoryAsync(record.Request.Job, cancellation).ConfigureAwait(false);
        if (times is null || history is null)
        {
            return SavepointDirectories.Search(
                record, RequestedAt(record, null) - Tolerance, $"it does not have the job {record.Request.Job} either");
        }

        if (record.Request.Kind == OperationKind.Checkpoint)
            return new OperationFinding(record, "its history does not tell a checkpoint that was asked for from the periodic ones");

        var since = RequestedAt(record, times) - Tolerance;
        var fitting = history.Entries.Where(entry => Fits(entry, record.Request, since)).ToList();
        return fitting switch
        {
            [var one] => Conclude(record, one),
            [] when IsComplete(history, times, since) =>
                new OperationFinding(record, "the job's checkpoint history shows that it never began", NeverBegan: true),
            [] => SavepointDirectories.Search(record, since, "the job's checkpoint history has nothing that fits"),
            _ => new OperationFinding(
                record,
                $"the job's checkpoint history has {fitting.Count} savepoints that fit: {string.Join(", ", fitting.Select(Describe))}"),
        };
    }

    private static OperationFinding Conclude(OperationRecord record, CheckpointHistoryEntry entry)
    {
        var explanation = $"by the job's checkpoint history it is {Describe(entry)}";
        return entry.Status switch
        {
            CheckpointHistoryEntry.Completed when entry.Path is not null => new OperationFinding(
                record with { State = OperationState.Completed, Location = entry.Path, Source = KnowledgeSource.CheckpointHistory },
                explanation),
            CheckpointHistoryEntry.Failed => new OperationFinding(
                record with
                {
                    State = OperationState.Failed,
                    Source = KnowledgeSource.CheckpointHistory,
                    Failure = new OperationFailure(
                        (int)ExitCode.OperationFailed,
                        $"the {record.Request} failed: {entry.Failure ?? "the cluster gave no reason"}",
                        "a new --operation-id asks for another one"),
                },
                explanation),
            _ => new OperationFinding(record, explanation) { IsRunning = true },
        };
    }

    private static bool Fits(CheckpointHistoryEntry entry, OperationRequest request, DateTimeOffset since) =>
        entry.IsSavepoint
        && entry.Type == (request.Kind == OperationKind.Stop ? CheckpointHistoryEntry.StopSavepoint : CheckpointHistoryEntry.Savepoint)
        && entry.TriggeredAt >= since.ToUnixTimeMilliseconds()
        && (entry.Format is null || request.Format is null || entry.Format == request.Format)
        && (entry.Path is null || request.TargetDirectory is null || SavepointDirectories.IsBelow(entry.Path, request.TargetDirectory));

    /// <summary>
    /// Whether the history goes back to before the request: this JobManager has had the job for longer, and entries that old are
    /// still there or the history never was full.
    /// </summary>
    private static bool IsComplete(CheckpointHistory history, JobTimes times, DateTimeOffset since)
    {
        var earliest = since.ToUnixTimeMilliseconds();
        return times.StartedAt < earliest
            && (history.Entries.Count < UsualHistory || history.Entries.Any(entry => entry.TriggeredAt < earliest));
    }

    /// <summary>When the operation was requested, by the JobManager's clock if that is known.</summary>
    private DateTimeOffset RequestedAt(OperationRecord record, JobTimes? times)
    {
        if (times is null) return record.RequestedAt;
        var age = time.GetUtcNow() - record.RequestedAt;
        return DateTimeOffset.FromUnixTimeMilliseconds(times.Now) - age;
    }

    private static string Describe(CheckpointHistoryEntry entry) => entry.Path is null
        ? $"savepoint {entry.Id} ({entry.Status})"
        : $"savepoint {entry.Id} ({entry.Status}) at {entry.Path}";
}
