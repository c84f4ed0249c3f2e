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

    /// <summary>Reads the file of a configuration directory. A directory that is named must exist and hold one.</summary>
    public static FlinkConfiguration Read(string directory)
    {
        var legacy = Path.Combine(directory, LegacyName);
        if (File.Exists(legacy)) return new FlinkConfiguration(LegacyConfigurationFormat.Parse(ReadBounded(legacy)));

        var current = Path.Combine(directory, Name);
        if (File.Exists(current)) return new FlinkConfiguration(NestedConfigurationFormat.Parse(ReadBounded(current), current));

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
