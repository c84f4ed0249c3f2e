using System.Globalization;

namespace SavepointCli.Cluster.Configuration;

/// <summary>Flink's settings as key and value, both text, the way <c>Configuration</c> holds them.</summary>
public sealed class FlinkConfiguration(IReadOnlyDictionary<string, string> settings)
{
    /// <summary>All settings, in the order of their keys.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => settings.OrderBy(setting => setting.Key, StringComparer.Ordinal);

    /// <summary>No settings at all.</summary>
    public static FlinkConfiguration Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The value as written under the key or one of its older names, or null.</summary>
    public string? Find(string key) => NameInUse(key) is { } name ? settings[name] : null;

    /// <summary>Under which name a key is set: its own, or one that Flink gave it before; null if it is not set.</summary>
    public string? NameInUse(string key)
    {
        if (settings.ContainsKey(key)) return key;
        return ConfigurationKeys.OlderNames.TryGetValue(key, out var older) ? older.FirstOrDefault(settings.ContainsKey) : null;
    }

    /// <summary>A whole number, or null if the key is not set.</summary>
    public int? FindInteger(string key)
    {
        if (Find(key) is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw BadValue(key, text, "a whole number");
    }

    /// <summary>Whether the value is <c>true</c>, in any case; not set is false.</summary>
    public bool FindBoolean(string key) => Find(key)?.Trim().Equals("true", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A duration with or without unit (<see cref="FlinkDuration"/>), or null if the key is not set.</summary>
    public TimeSpan? FindDuration(string key)
    {
        if (Find(key) is not { } text) return null;
        return FlinkDuration.TryParse(text, out var duration) ? duration : throw BadValue(key, text, "a duration such as '60 s'");
    }

    /// <summary>These settings with <paramref name="overlay"/> written over them.</summary>
    public FlinkConfiguration With(IEnumerable<KeyValuePair<string, string>> overlay)
    {
        var merged = new Dictionary<string, string>(settings);
        foreach (var (key, value) in overlay)
        {
            foreach (var name in ConfigurationKeys.NamesOf(key)) merged.Remove(name);
            merged[key] = value;
        }

        return new FlinkConfiguration(merged);
    }

    private static SavepointException BadValue(string key, string text, string wanted) =>
        new(ExitCode.Usage, $"the value '{text}' of '{key}' is not {wanted}", $"-D{key}=VALUE overrides the configuration file");
}
