using SavepointCli.Operations.Disposal;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Jobs;

/// <summary>Keeps snapshots from being deleted or claimed while a job has nothing else to recover from.</summary>
internal static class SnapshotGuard
{
    /// <summary>Refuses if a running job depends on a snapshot.</summary>
    /// <param name="directory">Directory of the snapshot.</param>
    /// <param name="jobs">All jobs.</param>
    /// <param name="purpose">What the snapshot is wanted for, for the message.</param>
    /// <exception cref="JobOperationException">A job depends on it.</exception>
    public static void RequireUnused(string directory, IEnumerable<JobMaster> jobs, string purpose)
    {
        if (jobs.FirstOrDefault(job => job.SnapshotInUse is { } used && PathsAreEqual(used, directory)) is { } user)
        {
            throw new JobOperationException(
                ExitCode.Refused, "org.apache.flink.util.FlinkException",
                $"RST-INUSE: {FlinkPath.ToUri(directory)} cannot be {purpose}: job {user.Id} was started from it and has completed "
                + "no checkpoint since, so it could not recover",
                "stop the job, or let it complete a checkpoint first");
        }
    }

    /// <summary>Deletes a snapshot that no running job depends on.</summary>
    /// <exception cref="JobOperationException">There is none, it is needed, or not all of it could be deleted.</exception>
    public static void Dispose(string path, IEnumerable<JobMaster> jobs, IStorage storage, CancellationToken cancellation)
    {
        try
        {
            RequireUnused(SnapshotPointer.Resolve(path, storage).Directory, jobs, "disposed of");
            var result = new SnapshotDisposal(storage).Dispose(new DisposalRequest(path), cancellation);
            if (result is DisposalRefused refused)
            {
                throw JobFaults.NotDisposed(
                    path, refused.Reason, ExitCode.Refused, "dispose of the checkpoints that share the files first");
            }

            if (result is SnapshotDisposed { Problems: { IsEmpty: false } problems })
            {
                throw JobFaults.NotDisposed(
                    path, string.Join("; ", problems.Select(problem => $"{problem.Path}: {problem.Reason}")), ExitCode.Partial,
                    "it can no longer be restored; delete what is left by hand");
            }
        }
        catch (SavepointException fault) when (fault is not JobOperationException)
        {
            throw JobFaults.NotDisposed(path, fault);
        }
    }

    private static bool PathsAreEqual(string left, string right) =>
        Path.TrimEndingDirectorySeparator(left) == Path.TrimEndingDirectorySeparator(right);
}
