using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Configuration;

/// <summary>
/// A configuration file of ours: settings, contexts with settings of their own, and which context is current. Nothing but what is
/// known is taken, so that a misspelt name is found out.
/// </summary>
/// <param name="Path">Where it lies, whether it exists or not.</param>
/// <param name="CurrentContext">The context that counts unless another is named.</param>
/// <param name="Settings">Settings for all contexts.</param>
/// <param name="Contexts">Settings by context.</param>
internal sealed record ToolConfigurationFile(
    string Path,
    string? CurrentContext,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Contexts)
{
    public const string CurrentContextField = "current-context";
    public const string ContextsField = "contexts";
    private const long LargestFile = 1024 * 1024;

    /// <summary>A file without content.</summary>
    public static ToolConfigurationFile Empty(string path) =>
        new(path, null, new Dictionary<string, string>(), new Dictionary<string, IReadOnlyDictionary<string, string>>());

    /// <summary>Reads a file that must exist.</summary>
    public static ToolConfigurationFile Read(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
            throw new SavepointException(ExitCode.Usage, $"'{path}' is too long for a configuration file");

        var fields = YamlValue.Parse(File.ReadAllText(path), path).Fields ?? throw Wrong(path, "no 'key: value'");
        var settings = fields.Where(field => field.Key is not (CurrentContextField or ContextsField));
        var contexts = fields.TryGetValue(ContextsField, out var named) && named.Fields is { } all
            ? all.ToDictionary(context => context.Key, IReadOnlyDictionary<string, string> (context) => SettingsOf(context.Value.Fields ?? throw Wrong(path, $"the context '{context.Key}' has no settings"), path))
            : [];
        return new ToolConfigurationFile(
            path, fields.TryGetValue(CurrentContextField, out var current) ? current.Text : null, SettingsOf(settings, path), contexts);
    }

    private static Dictionary<string, string> SettingsOf(IEnumerable<KeyValuePair<string, YamlValue>> fields, string path)
    {
        var settings = new Dictionary<string, string>();
        foreach (var (name, value) in fields)
        {
            if (SettingName.All.All(known => known.Name != name)) throw Wrong(path, $"there is no setting '{name}'");
            if (value.Text is { } text) settings[name] = text;
            else if (value.Fields is not null || value.Items is not null) throw Wrong(path, $"'{name}' takes one value");
        }

        return settings;
    }

    private static SavepointException Wrong(string path, string what) =>
        new(ExitCode.Usage, $"{path}: {what}", $"one of {string.Join(", ", SettingName.All.Select(setting => setting.Name))}");
}
