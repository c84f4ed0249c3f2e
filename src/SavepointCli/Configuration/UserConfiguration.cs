using System.Text.Json;
using System.Text.Json.Nodes;
using SavepointCli.Rendering;

namespace SavepointCli.Configuration;

/// <summary>The user's configuration file, changed. It is written whole, so that comments in it are lost.</summary>
internal sealed class UserConfiguration
{
    private readonly SortedDictionary<string, Dictionary<string, string>> _contexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _settings;
    private readonly string _path;
    private string? _current;

    private UserConfiguration(ToolConfigurationFile file)
    {
        _path = file.Path;
        _current = file.CurrentContext;
        _settings = new Dictionary<string, string>(file.Settings);
        foreach (var (name, settings) in file.Contexts) _contexts.Add(name, new Dictionary<string, string>(settings));
    }

    /// <summary>Opens the file; one that is not there yet is empty.</summary>
    public static UserConfiguration Open(IReadOnlyDictionary<string, string> variables)
    {
        var path = ToolConfiguration.UserFile(variables)
            ?? throw new SavepointException(ExitCode.Usage, "there is no home directory to keep a configuration in", "set XDG_CONFIG_HOME");
        return new UserConfiguration(File.Exists(path) ? ToolConfigurationFile.Read(path) : ToolConfigurationFile.Empty(path));
    }

    /// <summary>Creates a context or changes it; settings that are not named stay as they are. True if it is new.</summary>
    public bool Set(string context, IEnumerable<KeyValuePair<SettingName, string>> settings)
    {
        var isNew = !_contexts.TryGetValue(context, out var known);
        if (known is null) _contexts[context] = known = [];
        foreach (var (name, value) in settings) known[name.Name] = value;
        return isNew;
    }

    /// <summary>Makes a context the current one. It may lie in another file.</summary>
    public void Use(string context) => _current = context;

    /// <summary>Removes a context.</summary>
    public void Delete(string context)
    {
        if (!_contexts.Remove(context))
            throw new SavepointException(ExitCode.NotFound, $"there is no context '{context}' in {_path}", "savepointctl config get-contexts");
        if (_current == context) _current = null;
    }

    /// <summary>Replaces the file in one step.</summary>
    public void Save()
    {
        var document = new JsonObject();
        if (_current is not null) document[ToolConfigurationFile.CurrentContextField] = _current;
        foreach (var (name, value) in _settings) document[name] = value;
        var contexts = new JsonObject();
        foreach (var (name, settings) in _contexts)
            contexts[name] = new JsonObject(settings.Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value)));
        if (contexts.Count > 0) document[ToolConfigurationFile.ContextsField] = contexts;

        using var text = new StringWriter();
        using (var parsed = JsonDocument.Parse(document.ToJsonString())) YamlRenderer.Write(parsed.RootElement, text);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var temporary = _path + ".new";
        File.WriteAllText(temporary, text.ToString());
        File.Move(temporary, _path, overwrite: true);
    }
}
