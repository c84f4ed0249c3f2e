namespace SavepointCli.Cluster.Configuration;

/// <summary>The keys of Flink's configuration that a client reads.</summary>
internal static class ConfigurationKeys
{
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
}
