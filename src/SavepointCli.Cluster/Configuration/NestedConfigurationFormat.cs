namespace SavepointCli.Cluster.Configuration;

/// <summary>
/// <c>config.yaml</c> of Flink 1.19 and later: YAML whose nested mappings are joined by dots; flat dotted keys may stand beside them.
/// A list becomes the text that Flink makes of it, <c>[a, b]</c>.
/// </summary>
public static class NestedConfigurationFormat
{
    /// <summary>Reads the settings; a key given twice and what is no YAML is refused with its line.</summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="path">Its path, for messages.</param>
    public static IReadOnlyDictionary<string, string> Parse(string text, string path)
    {
        var settings = new Dictionary<string, string>();
        var document = YamlValue.Parse(text, path);
        if (document.Fields is not { } fields)
            throw new SavepointException(ExitCode.Usage, $"{path}: no 'key: value'", "correct the file, or name another with FLINK_CONF_DIR");

        Flatten("", fields, settings, path);
        return settings;
    }

    private static void Flatten(string prefix, IReadOnlyDictionary<string, YamlValue> fields, Dictionary<string, string> settings, string path)
    {
        foreach (var (name, value) in fields)
        {
            var key = prefix + name;
            if (value.Fields is { } nested) Flatten(key + ".", nested, settings, path);
            else if (TextOf(value) is { } text && !settings.TryAdd(key, text))
                throw new SavepointException(ExitCode.Usage, $"{path}: the key '{key}' for the second time", "correct the file");
        }
    }

    private static string? TextOf(YamlValue value) =>
        value.Items is { } items ? $"[{string.Join(", ", items.Select(item => item.Text ?? "null"))}]" : value.Text;
}
