using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>The directories below which snapshots are looked for: those that the cluster and its jobs are configured with.</summary>
internal sealed class SnapshotFolders(EngineConfiguration configuration, IEmbeddedCluster cluster)
{
    /// <summary>Local paths of all that are configured, each once. Directories of other stores are not listed.</summary>
    public IReadOnlyList<string> All() =>
    [
        .. Settings()
            .SelectMany(settings => new[] { settings.Get(EngineOptions.SavepointDirectory), settings.Get(EngineOptions.CheckpointDirectory) })
            .OfType<string>()
            .Select(LocalPath)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether a path lies in one of them, or is a snapshot that a job of this cluster has taken.</summary>
    public bool Hold(string path) =>
        LocalPath(path) is { } local
        && (All().Any(folder => local.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            || cluster.Jobs.Any(job => Taken(job).Contains(local)));

    /// <summary>Local paths of the snapshots that a job has taken and not deleted, as far as it remembers.</summary>
    public IReadOnlySet<string> Taken(JobOverview job) =>
        (cluster.Find(job.Id)?.Snapshots ?? [])
            .Where(snapshot => snapshot is { State: SnapshotState.Completed, Discarded: false, ExternalPath: not null })
            .Select(snapshot => LocalPath(snapshot.ExternalPath!))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    private IEnumerable<EngineConfiguration> Settings() =>
        cluster.Jobs.Select(job => cluster.Find(job.Id)).OfType<JobDetails>()
            .Select(job => new EngineConfiguration(job.Configuration))
            .Prepend(configuration);

    private static string? LocalPath(string path)
    {
        try
        {
            return Path.TrimEndingDirectorySeparator(FlinkPath.ToLocalPath(path));
        }
        catch (SavepointException)
        {
            return null; // of another store, or no path at all
        }
    }
}
