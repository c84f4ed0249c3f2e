namespace SavepointCli.Cluster.Jobs;

/// <summary>How an uploaded program is to be run.</summary>
/// <param name="Arguments">Arguments of the program, verbatim.</param>
public sealed record JobLaunch(IReadOnlyList<string> Arguments)
{
    /// <summary>The class with the entry point; null to let the cluster find it.</summary>
    public string? EntryClass { get; init; }

    /// <summary>Default parallelism of the job; null for the cluster's.</summary>
    public int? Parallelism { get; init; }

    /// <summary>What to restore from, or null.</summary>
    public RestoreSettings? Restore { get; init; }

    /// <summary>Settings laid over the cluster's.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();
}
