namespace SavepointCli.Cluster.Discovery;

/// <summary>
/// How to name a cluster again later, perhaps on another day. Holds no secrets: of the settings only those that tell which cluster
/// it is.
/// </summary>
/// <param name="Address">Where it was.</param>
/// <param name="Target"><c>-t</c>, if it was found by that.</param>
/// <param name="YarnApplication"><c>-yid</c>, if it was found by that.</param>
public sealed record ClusterReference(string Address, string? Target = null, string? YarnApplication = null)
{
    /// <summary>The <c>-D</c> settings that name it.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>As a command line would say it.</summary>
    public ClusterSelection ToSelection() => Target is null && YarnApplication is null
        ? new ClusterSelection(Address, null, null, [])
        : new ClusterSelection(null, Target, YarnApplication, [.. Properties]);
}
