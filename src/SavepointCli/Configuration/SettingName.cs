namespace SavepointCli.Configuration;

/// <summary>One of our own settings.</summary>
/// <param name="Name">Its name in our configuration files.</param>
/// <param name="Variable">The environment variable that sets it.</param>
/// <param name="Description">What it does.</param>
internal sealed record SettingName(string Name, string Variable, string Description)
{
    /// <summary>The variable in which the rest of the tool looks for it.</summary>
    public string Feeds { get; private init; } = Variable;

    public static readonly SettingName Cluster = new("cluster", "SAVEPOINTCTL_CLUSTER", "Address of the cluster, HOST:PORT or a URL.");
    public static readonly SettingName FlinkConfiguration = new("flink-conf-dir", "SAVEPOINTCTL_FLINK_CONF_DIR", "Directory of Flink's configuration file.") { Feeds = "FLINK_CONF_DIR" };
    public static readonly SettingName TokenFile = new("token-file", "SAVEPOINTCTL_TOKEN_FILE", "File with a bearer token.");
    public static readonly SettingName User = new("user", "SAVEPOINTCTL_USER", "Name for basic authentication.");
    public static readonly SettingName PasswordFile = new("password-file", "SAVEPOINTCTL_PASSWORD_FILE", "File with the password of the user.");
    public static readonly SettingName Timeout = new("timeout", "SAVEPOINTCTL_TIMEOUT", "How long to wait for an operation; 0 for ever.");
    public static readonly SettingName RequestTimeout = new("request-timeout", "SAVEPOINTCTL_REQUEST_TIMEOUT", "How long to wait for one answer.");

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<SettingName> All { get; } =
        [Cluster, FlinkConfiguration, TokenFile, User, PasswordFile, Timeout, RequestTimeout];
}
