using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Rest;

namespace SavepointCli.Cluster.Discovery;

/// <summary>
/// Decides which cluster is meant. Later beats earlier: the default <c>localhost:8081</c>, the embedded cluster started on this
/// machine, Flink's configuration file, <c>SAVEPOINTCTL_CLUSTER</c>, <c>-m</c>, <c>-D</c>.
/// </summary>
public sealed class ClusterLocator(IReadOnlyDictionary<string, string> variables)
{
    private const string RemoteTarget = "remote";
    private const string YarnCluster = "yarn-cluster";
    private const int DefaultPort = 8081;
    private const string DefaultHost = "localhost";

    /// <summary>Finds the endpoint; throws on settings that contradict themselves or name what is not supported.</summary>
    public Task<ClusterEndpoint> LocateAsync(ClusterSelection selection, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Locate(selection));
    }

    private ClusterEndpoint Locate(ClusterSelection selection)
    {
        var file = ReadFile();
        var named = selection.Target ?? file.Find(ConfigurationKeys.Target);
        RefuseOtherDeployments(selection, named);

        // A target, wherever it is given, makes Flink's client take the configured address and leave -m alone.
        var jobManager = named is null ? selection.JobManager : null;
        var properties = file.With(selection.Properties);
        var (address, origin) = Choose(properties, selection, jobManager);
        return new ClusterEndpoint(
            address, origin, RestSettings.Of(properties, CustomHeaders()), properties.FindDuration(ConfigurationKeys.ClientTimeout));
    }

    private (ClusterAddress Address, string Origin) Choose(FlinkConfiguration properties, ClusterSelection selection, string? jobManager)
    {
        var overriding = FlinkConfiguration.Empty.With(selection.Properties);
        var option = jobManager ?? (overriding.Find(ConfigurationKeys.Address) is null ? Variable("SAVEPOINTCTL_CLUSTER") : null);
        if (option is not null)
        {
            var parsed = ClusterAddress.Parse(option);
            var host = overriding.Find(ConfigurationKeys.Address) ?? parsed.Root.Host;
            var port = overriding.FindInteger(ConfigurationKeys.Port) ?? parsed.Root.Port;
            var path = overriding.Find(ConfigurationKeys.Path) ?? parsed.Root.AbsolutePath;
            var secure = overriding.Find(ConfigurationKeys.Secure) is { } text ? IsTrue(text) : parsed.Root.Scheme == Uri.UriSchemeHttps;
            return (ClusterAddress.Of(host, port, path, secure), jobManager is null ? "SAVEPOINTCTL_CLUSTER" : "-m");
        }

        var configured = properties.Find(ConfigurationKeys.Address) ?? properties.Find(ConfigurationKeys.RpcAddress);
        if (configured is null && properties.Find(ConfigurationKeys.Port) is null && EmbeddedClusterRecord.Find(variables) is { } embedded)
            return (ClusterAddress.Parse(embedded.Url), "the embedded cluster of 'savepointctl cluster start'");

        // A configuration that somebody named and that says nothing must not lead to another cluster than the one that is meant.
        if (configured is null && Variable("FLINK_CONF_DIR") is { } directory)
            throw new SavepointException(
                ExitCode.Usage, $"{ConfigurationKeys.Address} must be set: the configuration in '{directory}' names no cluster", "-m HOST:PORT");

        var origin = configured is null
            ? "the default"
            : overriding.Find(ConfigurationKeys.Address) is null ? "Flink's configuration file" : "-D";
        return (ClusterAddress.Of(
            configured ?? DefaultHost,
            properties.FindInteger(ConfigurationKeys.Port) ?? DefaultPort,
            properties.Find(ConfigurationKeys.Path) ?? "",
            IsTrue(properties.Find(ConfigurationKeys.Secure) ?? "")), origin);
    }

    private FlinkConfiguration ReadFile()
    {
        if (Variable("FLINK_CONF_DIR") is { } directory) return FlinkConfigurationFile.Read(directory);
        if (Variable("FLINK_HOME") is { } home && Path.Combine(home, "conf") is var conf && Directory.Exists(conf))
            return FlinkConfigurationFile.Read(conf);
        return FlinkConfiguration.Empty;
    }

    /// <summary>Lines <c>Name:value</c>; a line without colon is skipped, as Flink does.</summary>
    private IReadOnlyList<KeyValuePair<string, string>> CustomHeaders() =>
    [
        .. from line in (Variable("FLINK_REST_CLIENT_HEADERS") ?? "").Split('\n')
           let colon = line.IndexOf(':', StringComparison.Ordinal)
           where colon > 0
           select KeyValuePair.Create(line[..colon], line[(colon + 1)..]),
    ];

    private static void RefuseOtherDeployments(ClusterSelection selection, string? target)
    {
        if (target is not null && !target.Equals(RemoteTarget, StringComparison.OrdinalIgnoreCase))
            throw Unsupported($"the target '{target}'");
        if (target is null && selection.YarnApplication is not null) throw Unsupported("YARN (-yid)");
        if (target is null && selection.JobManager == YarnCluster) throw Unsupported("YARN (-m yarn-cluster)");
    }

    private static SavepointException Unsupported(string what) =>
        new(ExitCode.Unsupported, $"{what} is not supported", "name the REST endpoint of the cluster with -m HOST:PORT");

    private static bool IsTrue(string text) => text.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    private string? Variable(string name) => variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
