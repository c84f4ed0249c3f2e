using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Cluster.Discovery;

/// <summary>What a command line says about the cluster that is meant.</summary>
/// <param name="JobManager"><c>-m</c>: host and port or a URL, as typed.</param>
/// <param name="Target"><c>-t</c> (or the older <c>-e</c>): Flink's <c>execution.target</c>.</param>
/// <param name="YarnApplication"><c>-yid</c>.</param>
/// <param name="Properties">The <c>-D</c> settings; the last of equal keys counts.</param>
public sealed record ClusterSelection(
    string? JobManager,
    string? Target,
    string? YarnApplication,
    IReadOnlyList<KeyValuePair<string, string>> Properties)
{
    /// <summary>The target that the command line names, by option or by <c>-D</c>; null if it leaves that to the configuration.</summary>
    public string? TargetInUse => Target ?? Properties.LastOrDefault(setting => setting.Key == ConfigurationKeys.Target).Value;

    /// <summary>Nothing said: configuration, environment and the embedded cluster decide.</summary>
    public static ClusterSelection Unspecified { get; } = new(null, null, null, []);
}
