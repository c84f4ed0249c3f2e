using SavepointCli.Engine.Checkpoints;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.Disposal;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Jobs;

/// <summary>
/// Keeps snapshots from being deleted or claimed while a job needs them. A job says itself what it needs once it runs; while it starts,
/// its reservation here says so. Safe to use from several threads.
/// </summary>
/// <param name="jobs">Looks at the jobs that run now.</param>
/// <param name="storage">Where snapshots lie.</param>
internal sealed class SnapshotGuard(Func<IEnumerable<JobMaster>> jobs, IStorage storage)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<JobId, SnapshotInUse> _reserved = [];

    /// <summary>Reserves a snapshot for a job that is about to start from it.</summary>
    /// <exception cref="JobOperationException">It shall be claimed, and another job needs it.</exception>
    public void Reserve(JobId job, string directory, ClaimMode mode)
    {
        lock (_lock)
        {
            if (mode == ClaimMode.Claim)
            {
                RequireUnused(directory, "claimed");
            }

            _reserved[job] = new SnapshotInUse(directory, mode);
        }
    }

    /// <summary>The job runs, and says itself what it needs, or will not run.</summary>
    public void Release(JobId job)
    {
        lock (_lock)
        {
            _reserved.Remove(job);
        }
    }

    /// <summary>Deletes a snapshot that no running job needs.</summary>
    /// <exception cref="JobOperationException">There is none, it is needed, or not all of it could be deleted.</exception>
    public void Dispose(string path, CancellationToken cancellation)
    {
        try
        {
            var pointer = SnapshotPointer.Resolve(path, storage);
            lock (_lock)
            {
                RequireUnused(pointer.Directory, "disposed of");
                Delete(path, cancellation);
            }
        }
        catch (SavepointException fault) when (fault is not JobOperationException)
        {
            throw JobFaults.NotDisposed(path, fault);
        }
    }

    private void Delete(string path, CancellationToken cancellation)
    {
        var result = new SnapshotDisposal(storage).Dispose(new DisposalRequest(path), cancellation);
        if (result is DisposalRefused refused)
        {
            throw JobFaults.NotDisposed(path, refused.Reason, ExitCode.Refused, "dispose of the checkpoints that share the files first");
        }

        if (result is SnapshotDisposed { Problems: { IsEmpty: false } problems })
        {
            throw JobFaults.NotDisposed(
                path, string.Join("; ", problems.Select(problem => $"{problem.Path}: {problem.Reason}")), ExitCode.Partial,
                "it can no longer be restored; delete what is left by hand");
        }
    }

    private void RequireUnused(string directory, string purpose)
    {
        var uses = jobs().SelectMany(job => job.SnapshotsInUse.Select(use => (job.Id, use)))
            .Concat(_reserved.Select(reserved => (reserved.Key, reserved.Value)));
        foreach (var (job, use) in uses)
        {
            if (use.Directory is { } used && PathsAreEqual(used, directory))
            {
                throw new JobOperationException(
                    ExitCode.Refused, "org.apache.flink.util.FlinkException",
                    $"RST-INUSE: {FlinkPath.ToUri(directory)} cannot be {purpose}: job {job} {use.Reason}", use.Hint);
            }
        }
    }

    private static bool PathsAreEqual(string left, string right) =>
        Path.TrimEndingDirectorySeparator(left) == Path.TrimEndingDirectorySeparator(right);
}
