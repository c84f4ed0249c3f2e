using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>The job that took a snapshot, as far as it can be told: metadata do not say it.</summary>
/// <param name="Id">Its id, or the digits of it that the directory's name shows; null if nothing shows any.</param>
/// <param name="Name">Its name if this cluster knows the job.</param>
internal sealed record SnapshotOwner(string? Id, string? Name)
{
    private const string SavepointPrefix = "savepoint-";

    /// <summary>Finds the job by the directory's name or its parent's: <c>savepoint-54c1a3-…</c>, <c>JOBID/chk-7</c>.</summary>
    public static SnapshotOwner Of(string directory, IReadOnlyList<JobOverview> jobs)
    {
        var name = Path.GetFileName(directory);
        var digits = name.StartsWith(SavepointPrefix, StringComparison.Ordinal)
            ? name[SavepointPrefix.Length..].Split('-')[0]
            : JobId.TryParse(Path.GetFileName(Path.GetDirectoryName(directory)) ?? "", out var parent) ? parent.ToString() : null;
        return digits is { Length: > 0 } && jobs.FirstOrDefault(job => job.Id.ToString().StartsWith(digits, StringComparison.Ordinal)) is { } known
            ? new SnapshotOwner(known.Id.ToString(), known.Name)
            : new SnapshotOwner(digits, null);
    }
}
