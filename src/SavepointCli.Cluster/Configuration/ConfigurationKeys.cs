using System.Collections.Frozen;

namespace SavepointCli.Cluster.Configuration;

/// <summary>The keys of Flink's configuration that a client reads.</summary>
internal static class ConfigurationKeys
{
    public const string SavepointDirectory = "execution.checkpointing.savepoint-dir";
    public const string HighAvailability = "high-availability.type";
    public const string Address = "rest.address";
    public const string RpcAddress = "jobmanager.rpc.address";
    public const string Port = "rest.port";
    public const string Path = "rest.path";
    public const string Secure = "security.ssl.rest.enabled";
    public const string Target = "execution.target";
    public const string YarnApplication = "yarn.application.id";
    public const string ClientTimeout = "client.timeout";
    public const string MaxAttempts = "rest.retry.max-attempts";
    public const string RetryDelay = "rest.retry.delay";
    public const string ConnectionTimeout = "rest.connection-timeout";
    public const string MaxContentLength = "rest.client.max-content-length";

    /// <summary>What a key was called before; asked where the key itself is not set, newest name first.</summary>
    public static readonly FrozenDictionary<string, string[]> OlderNames = new Dictionary<string, string[]>
    {
        [ClientTimeout] = ["akka.client.timeout"],
        [SavepointDirectory] = ["state.savepoints.dir", "savepoints.state.backend.fs.dir"],
        [HighAvailability] = ["high-availability", "recovery.mode"],
    }.ToFrozenDictionary();

    /// <summary>All names of the setting that <paramref name="key"/> is a name of.</summary>
    public static IEnumerable<string> NamesOf(string key)
    {
        foreach (var (name, older) in OlderNames)
        {
            if (name == key || older.Contains(key)) return [name, .. older];
        }

        return [key];
    }
}
