using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Discovery.Kubernetes;
using SavepointCli.Cluster.Discovery.Yarn;
using SavepointCli.Cluster.Rest;
using SavepointCli.Cluster.Security;

namespace SavepointCli.Cluster.Discovery;

/// <summary>
/// Decides which cluster is meant. Later beats earlier: the default <c>localhost:8081</c>, the embedded cluster started on this
/// machine, Flink's configuration file, <c>SAVEPOINTCTL_CLUSTER</c>, <c>-m</c>, <c>-D</c>.
/// </summary>
public sealed class ClusterLocator(IReadOnlyDictionary<string, string> variables)
{
    private const string RemoteTarget = "remote";
    private const string YarnCluster = "yarn-cluster";
    private const string Authorization = "Authorization";
    private const int DefaultPort = 8081;
    private const string DefaultHost = "localhost";

    /// <summary>
    /// Finds the endpoint; throws on settings that contradict themselves or name what is not supported, and where YARN or Kubernetes
    /// do not know the cluster.
    /// </summary>
    public async Task<ClusterEndpoint> LocateAsync(ClusterSelection selection, CancellationToken cancellation)
    {
        var file = ReadFile();
        var named = selection.Target ?? file.Find(ConfigurationKeys.Target);
        var properties = file.With(selection.Properties);
        switch (DeploymentOf(selection, named, file))
        {
            case Deployment.Yarn:
                var session = YarnSessionFile.Find(variables, file);
                var application = named is not null
                    ? properties.Find(ConfigurationKeys.YarnApplication)
                    : ApplicationOf(selection, file, session);
                if (application is null) throw NoId("-yid application_...");
                properties = file.With(session?.Properties ?? []).With(selection.Properties);
                return await OnYarnAsync(application, properties, selection, cancellation).ConfigureAwait(false);
            case Deployment.Kubernetes:
                return await OnKubernetesAsync(named!, properties, selection, cancellation).ConfigureAwait(false);
            default:
                // A target, wherever it is given, makes Flink's client take the configured address and leave -m alone.
                var (address, origin) = Choose(properties, selection, named is null ? selection.JobManager : null);
                return new ClusterEndpoint(address, origin, RestOf(properties, address), ClientTimeoutOf(properties));
        }
    }

    private async Task<ClusterEndpoint> OnYarnAsync(
        string application, FlinkConfiguration properties, ClusterSelection selection, CancellationToken cancellation)
    {
        var yarn = new YarnLookup(HadoopConfiguration.Read(variables, properties), SettingsOf(properties));
        var address = await yarn.FindAsync(application, properties, cancellation).ConfigureAwait(false);
        return new ClusterEndpoint(address, $"YARN's {application}", RestOf(properties, address), ClientTimeoutOf(properties))
        {
            Reference = new ClusterReference(address.ToString(), YarnApplication: application)
            {
                Properties = NamingProperties(selection, "yarn.", "flink.yarn.", "flink.hadoop."),
            },
            Relocate = token => yarn.FindAsync(application, properties, token),
        };
    }

    private async Task<ClusterEndpoint> OnKubernetesAsync(
        string target, FlinkConfiguration properties, ClusterSelection selection, CancellationToken cancellation)
    {
        var flink = FlinkOnKubernetes.Of(properties);
        var access = new KubernetesAccessSearch(variables).Find(properties);
        var kubernetes = new KubernetesLookup(access, SettingsOf(properties));
        var place = await kubernetes.FindAsync(flink, cancellation).ConfigureAwait(false);
        var rest = place.IsApiServer
            ? SettingsOf(properties) with { Tls = access.Tls, Headers = ApiServerHeaders(access) }
            : RestOf(properties, place.Address);
        return new ClusterEndpoint(place.Address, $"the service {flink.Service} of Kubernetes", rest, ClientTimeoutOf(properties))
        {
            Reference = new ClusterReference(place.Address.ToString(), Target: target)
            {
                Properties = NamingProperties(selection, "kubernetes."),
            },
            Relocate = async token => (await kubernetes.FindAsync(flink, token).ConfigureAwait(false)).Address,
        };
    }

    /// <summary>In the order of Flink's client: what names a target, what names YARN, what names an address.</summary>
    private Deployment DeploymentOf(ClusterSelection selection, string? target, FlinkConfiguration file)
    {
        if (target is not null)
        {
            return target.ToLowerInvariant() switch
            {
                RemoteTarget => Deployment.Remote,
                "yarn-session" or "yarn-application" or "yarn-per-job" => Deployment.Yarn,
                "kubernetes-session" or "kubernetes-application" => Deployment.Kubernetes,
                _ => throw new SavepointException(
                    ExitCode.Unsupported,
                    $"the target '{target}' is not supported",
                    "one of remote, yarn-session, yarn-application, kubernetes-session, kubernetes-application; or -m HOST:PORT"),
            };
        }

        var isYarn = selection.YarnApplication is not null
            || selection.JobManager == YarnCluster
            || (selection.JobManager is null && file.Find(ConfigurationKeys.YarnApplication) is not null)
            || (selection.JobManager is null
                && Variable("SAVEPOINTCTL_CLUSTER") is null
                && YarnSessionFile.Find(variables, file) is not null);
        return isYarn ? Deployment.Yarn : Deployment.Remote;
    }

    private static string? ApplicationOf(ClusterSelection selection, FlinkConfiguration file, YarnSessionFile? session) =>
        selection.YarnApplication
        ?? file.Find(ConfigurationKeys.YarnApplication)
        ?? (selection.JobManager is null ? session?.Application : null);

    private static Dictionary<string, string> NamingProperties(ClusterSelection selection, params string[] prefixes)
    {
        var naming = new Dictionary<string, string>();
        foreach (var (key, value) in selection.Properties)
        {
            if (prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))) naming[key] = value;
        }

        return naming;
    }

    private RestSettings SettingsOf(FlinkConfiguration properties) =>
        RestSettings.Of(properties, Headers()) with { Proxy = EnvironmentProxy.Of(variables) };

    /// <summary>The files of TLS are read only where TLS is spoken.</summary>
    private RestSettings RestOf(FlinkConfiguration properties, ClusterAddress address)
    {
        var settings = SettingsOf(properties);
        return address.IsSecure ? settings with { Tls = TlsPolicy.Of(properties) } : settings;
    }

    private static TimeSpan? ClientTimeoutOf(FlinkConfiguration properties) => properties.FindDuration(ConfigurationKeys.ClientTimeout);

    private static IReadOnlyList<KeyValuePair<string, string>> ApiServerHeaders(KubernetesAccess access) =>
        access.Authorization is { } authorization ? [KeyValuePair.Create(Authorization, authorization)] : [];

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

    /// <summary>Those of <c>FLINK_REST_CLIENT_HEADERS</c>, and our own credentials unless they hold some.</summary>
    private IReadOnlyList<KeyValuePair<string, string>> Headers()
    {
        var custom = CustomHeaders();
        var hasCredentials = custom.Any(header => header.Key.Equals(Authorization, StringComparison.OrdinalIgnoreCase));
        return !hasCredentials && Credentials.Of(variables) is { } credentials
            ? [.. custom, KeyValuePair.Create(Authorization, credentials)]
            : custom;
    }

    /// <summary>Lines <c>Name:value</c>; a line without colon is skipped, as Flink does.</summary>
    private IReadOnlyList<KeyValuePair<string, string>> CustomHeaders() =>
    [
        .. from line in (Variable("FLINK_REST_CLIENT_HEADERS") ?? "").Split('\n')
           let colon = line.IndexOf(':', StringComparison.Ordinal)
           where colon > 0
           select KeyValuePair.Create(line[..colon], line[(colon + 1)..]),
    ];

    private static SavepointException NoId(string hint) => new(
        ExitCode.Usage, "No cluster id was specified. Please specify a cluster to which you would like to connect", hint);

    private static bool IsTrue(string text) => text.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);

    private string? Variable(string name) => variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
