using SavepointCli.Engine.Configuration;

namespace SavepointCli.Engine.Hosting;

/// <summary>
/// Flink's configuration file: <c>flink-conf.yaml</c>, which is no YAML, if there is one, else <c>config.yaml</c>. Flink 1.19 and 1.20
/// decide the same way.
/// </summary>
internal static class ConfigurationFile
{
    private const string LegacyName = "flink-conf.yaml";
    private const string YamlName = "config.yaml";
    private const long MaxBytes = 1 << 20;

    /// <summary>Reads the settings of a directory; a directory without either file sets nothing.</summary>
    /// <exception cref="SavepointException">There is no such directory, or the file cannot be understood.</exception>
    public static EngineConfiguration Read(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new SavepointException(
                ExitCode.Usage, $"configuration directory {directory} does not exist", "correct --configDir or FLINK_CONF_DIR");
        }

        if (Path.Combine(directory, LegacyName) is var legacy && File.Exists(legacy))
        {
            return new EngineConfiguration(ReadLegacy(Lines(legacy)));
        }

        return Path.Combine(directory, YamlName) is var yaml && File.Exists(yaml)
            ? new EngineConfiguration(new YamlSettings(yaml).Read(Lines(yaml)))
            : EngineConfiguration.Empty;
    }

    /// <summary>Lines <c>key: value</c>, cut off at the first <c>#</c>; other lines are passed over, the last of equal keys counts.</summary>
    private static Dictionary<string, string> ReadLegacy(IEnumerable<string> lines)
    {
        const string separator = ": ";
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var text = line.Split('#', 2)[0].Trim();
            var at = text.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && text[..at].Trim() is { Length: > 0 } key && text[(at + separator.Length)..].Trim() is { Length: > 0 } value)
            {
                settings[key] = value;
            }
        }

        return settings;
    }

    private static string[] Lines(string path)
    {
        var length = new FileInfo(path).Length;
        return length <= MaxBytes
            ? File.ReadAllLines(path)
            : throw new SavepointException(
                ExitCode.Usage, $"configuration file {path} has {length} bytes, more than the {MaxBytes} that are read");
    }
}
