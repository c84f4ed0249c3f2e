namespace SavepointCli.Cluster.Configuration;

/// <summary>
/// The configuration file of a Flink distribution. A <c>flink-conf.yaml</c> wins over a <c>config.yaml</c> beside it, as it does
/// in Flink 1.19 and 1.20: the older file is the one that a team forgets, and the cluster reads it.
/// </summary>
public static class FlinkConfigurationFile
{
    private const string LegacyName = "flink-conf.yaml";
    private const string Name = "config.yaml";
    private const long LargestFile = 4 * 1024 * 1024;

    /// <summary>
    /// The file that the environment leads to: in <c>FLINK_CONF_DIR</c>, which must exist and hold one, else in
    /// <c>FLINK_HOME/conf</c>, which need not. Null if neither is set.
    /// </summary>
    public static string? Find(IReadOnlyDictionary<string, string> variables)
    {
        if (variables.TryGetValue("FLINK_CONF_DIR", out var directory) && directory.Length > 0) return FindIn(directory);
        if (!variables.TryGetValue("FLINK_HOME", out var home) || home.Length == 0) return null;
        var conf = Path.Combine(home, "conf");
        return Directory.Exists(conf) ? FindIn(conf) : null;
    }

    /// <summary>Reads the file of a configuration directory. A directory that is named must exist and hold one.</summary>
    public static FlinkConfiguration Read(string directory) => ReadFile(FindIn(directory));

    /// <summary>Reads a configuration file; the name tells which of the two forms it has.</summary>
    public static FlinkConfiguration ReadFile(string path) => new(
        Path.GetFileName(path) == LegacyName
            ? LegacyConfigurationFormat.Parse(ReadBounded(path))
            : NestedConfigurationFormat.Parse(ReadBounded(path), path));

    private static string FindIn(string directory)
    {
        var legacy = Path.Combine(directory, LegacyName);
        if (File.Exists(legacy)) return legacy;

        var current = Path.Combine(directory, Name);
        if (File.Exists(current)) return current;

        throw new SavepointException(
            ExitCode.Usage,
            $"there is neither {Name} nor {LegacyName} in the configuration directory '{directory}'",
            "point FLINK_CONF_DIR at the conf directory of Flink, or unset it and name the cluster with -m HOST:PORT");
    }

    private static string ReadBounded(string path)
    {
        var length = new FileInfo(path).Length;
        return length <= LargestFile
            ? File.ReadAllText(path)
            : throw new SavepointException(ExitCode.Usage, $"'{path}' has {length} bytes; that is no configuration file of Flink");
    }
}
