using SavepointCli.Configuration;

namespace SavepointCli.Rendering;

/// <summary>The environment variables that are looked at: <c>help environment</c>, and the source of <c>docs/reference/environment.md</c>.</summary>
internal static class EnvironmentTable
{
    public static IReadOnlyList<(string Name, string Meaning)> Rows { get; } =
    [
        .. SettingName.All.Select(setting => (setting.Variable, setting.Description)),
        ("SAVEPOINTCTL_TOKEN", "A bearer token; better keep it in a file."),
        ("SAVEPOINTCTL_PASSWORD", "The password of SAVEPOINTCTL_USER; better keep it in a file."),
        ("SAVEPOINTCTL_CONFIG", "A configuration file of savepointctl, as --config."),
        ("SAVEPOINTCTL_CONTEXT", "The context to use, as --context."),
        ("SAVEPOINTCTL_ENGINE", "The program of the embedded cluster, where it does not lie beside the tool."),
        ("XDG_CONFIG_HOME", "Where savepointctl/config.yaml lies; by default ~/.config."),
        ("XDG_STATE_HOME", "Where the journal of operations and the record of the embedded cluster lie; by default ~/.local/state."),
        ("FLINK_CONF_DIR", "Directory of Flink's config.yaml or flink-conf.yaml."),
        ("FLINK_HOME", "Directory of a Flink distribution; its conf directory is used if FLINK_CONF_DIR is not set."),
        ("FLINK_REST_CLIENT_HEADERS", "Headers for every request, one Name:value a line."),
        ("HADOOP_CONF_DIR, YARN_CONF_DIR", "Where yarn-site.xml tells of YARN's ResourceManager."),
        ("KUBECONFIG", "How to reach Kubernetes, for -t kubernetes-session."),
    ];

    public static void Write(TextWriter output)
    {
        var table = new TextTable("VARIABLE", "MEANING");
        foreach (var (name, meaning) in Rows) table.Add(name, meaning);
        table.Write(output);
    }
}
