using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// The requests of a job that wait to be started, and which of them may start. Belongs to the job's thread. Mirrors
/// <c>CheckpointRequestDecider</c>.
/// </summary>
/// <param name="maxConcurrent">Attempts that may be under way at once; forced requests do not wait for them.</param>
internal sealed class SnapshotRequests(int maxConcurrent)
{
    private const int Capacity = 1000;

    private readonly SortedSet<RequestedSnapshot> _waiting = new(Comparer<RequestedSnapshot>.Create(Compare));

    /// <summary>Requests that wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Puts a request into its place; returns the one that there is no room for, which may be itself.</summary>
    public RequestedSnapshot? Add(RequestedSnapshot requested)
    {
        _waiting.Add(requested);
        if (_waiting.Count <= Capacity)
        {
            return null;
        }

        var displaced = _waiting.Max is { Request.IsPeriodic: true } last ? last : requested;
        _waiting.Remove(displaced);
        return displaced;
    }

    /// <summary>Takes the request that may start now, or null.</summary>
    /// <param name="pending">Attempts under way.</param>
    /// <param name="cleaning">Snapshots that are being deleted.</param>
    public RequestedSnapshot? Take(int pending, int cleaning)
    {
        if (_waiting.Min is not { } next
            || cleaning > maxConcurrent
            || pending >= maxConcurrent && !next.Request.IsForced)
        {
            return null;
        }

        _waiting.Remove(next);
        return next;
    }

    /// <summary>Takes all.</summary>
    public IReadOnlyList<RequestedSnapshot> TakeAll()
    {
        RequestedSnapshot[] all = [.. _waiting];
        _waiting.Clear();
        return all;
    }

    /// <summary>Savepoints first, then what somebody waits for, then the older.</summary>
    private static int Compare(RequestedSnapshot left, RequestedSnapshot right)
    {
        var byKind = IsSavepoint(right).CompareTo(IsSavepoint(left));
        var byCaller = byKind != 0 ? byKind : left.Request.IsPeriodic.CompareTo(right.Request.IsPeriodic);
        return byCaller != 0 ? byCaller : left.Number.CompareTo(right.Number);
    }

    private static bool IsSavepoint(RequestedSnapshot requested) => requested.Request.Kind != SnapshotKind.Checkpoint;
}
