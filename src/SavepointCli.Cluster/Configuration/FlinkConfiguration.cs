using System.Globalization;

namespace SavepointCli.Cluster.Configuration;

/// <summary>Flink's settings as key and value, both text, the way <c>Configuration</c> holds them.</summary>
public sealed class FlinkConfiguration(IReadOnlyDictionary<string, string> settings)
{
    /// <summary>No settings at all.</summary>
    public static FlinkConfiguration Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The value as written, or null.</summary>
    public string? Find(string key) => settings.GetValueOrDefault(key);

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
        foreach (var (key, value) in overlay) merged[key] = value;
        return new FlinkConfiguration(merged);
    }

    private static SavepointException BadValue(string key, string text, string wanted) =>
        new(ExitCode.Usage, $"the value '{text}' of '{key}' is not {wanted}", $"-D{key}=VALUE overrides the configuration file");
}
