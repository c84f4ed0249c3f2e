namespace SavepointCli.Cluster.Configuration;

/// <summary>
/// <c>flink-conf.yaml</c>, which is not YAML: one <c>key: value</c> a line, everything from the first <c>#</c> on is comment,
/// quotation marks belong to the value, lines of any other form are skipped, the last of equal keys counts.
/// </summary>
public static class LegacyConfigurationFormat
{
    private const string Separator = ": ";

    /// <summary>Reads the settings; nothing in such a file is an error.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var settings = new Dictionary<string, string>();
        foreach (var line in text.Split('\n'))
        {
            var content = line.Split('#', 2)[0].Trim();
            var separator = content.IndexOf(Separator, StringComparison.Ordinal);
            if (separator <= 0) continue;

            var key = content[..separator].Trim();
            var value = content[(separator + Separator.Length)..].Trim();
            if (key.Length > 0 && value.Length > 0) settings[key] = value;
        }

        return settings;
    }
}
