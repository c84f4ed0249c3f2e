namespace SavepointCli.Configuration;

/// <summary>
/// Our own settings and where each comes from. Earlier beats later: environment variable, the chosen context, <c>--config</c> file,
/// the user's file, <c>/etc/savepointctl/config.yaml</c>. Options beat all of it and are the verbs' business; Flink's configuration
/// comes after all of it. Nothing is read from the directory in which somebody stands.
/// </summary>
internal sealed class ToolConfiguration
{
    private const string SystemFile = "/etc/savepointctl/config.yaml";
    private const string FileVariable = "SAVEPOINTCTL_CONFIG";
    private const string ContextVariable = "SAVEPOINTCTL_CONTEXT";

    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly IReadOnlyList<ToolConfigurationFile> _files;

    private ToolConfiguration(IReadOnlyDictionary<string, string> variables, IReadOnlyList<ToolConfigurationFile> files, string? context)
    {
        _variables = variables;
        _files = files;
        Context = context;
    }

    /// <summary>The name of the context that counts, or null.</summary>
    public string? Context { get; }

    /// <summary>All contexts, each from the first file that has it.</summary>
    public IEnumerable<string> Contexts => _files.SelectMany(file => file.Contexts.Keys).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Reads what there is.</summary>
    /// <param name="variables">The environment.</param>
    /// <param name="file"><c>--config</c>: a file that must exist; null if not given.</param>
    /// <param name="context"><c>--context</c>; null if not given, empty for none.</param>
    public static ToolConfiguration Read(IReadOnlyDictionary<string, string> variables, string? file, string? context)
    {
        var files = new List<ToolConfigurationFile>();
        if ((file ?? Variable(variables, FileVariable)) is { } named) files.Add(ReadNamed(named));
        foreach (var path in new[] { UserFile(variables), SystemFile })
        {
            if (path is not null && File.Exists(path)) files.Add(ToolConfigurationFile.Read(path));
        }

        var chosen = context ?? Variable(variables, ContextVariable) ?? files.Select(one => one.CurrentContext).FirstOrDefault(name => name is not null);
        if (chosen?.Length == 0) chosen = null;
        if (chosen is not null && !files.Any(one => one.Contexts.ContainsKey(chosen)))
            throw new SavepointException(ExitCode.Usage, $"there is no context '{chosen}'", "savepointctl config get-contexts");
        return new ToolConfiguration(variables, files, chosen);
    }

    /// <summary>The file that <c>config set-context</c> and the like write; null without a home directory.</summary>
    public static string? UserFile(IReadOnlyDictionary<string, string> variables)
    {
        if (Variable(variables, "XDG_CONFIG_HOME") is { } configuration) return Path.Combine(configuration, "savepointctl", "config.yaml");
        return Variable(variables, "HOME") is { } home ? Path.Combine(home, ".config", "savepointctl", "config.yaml") : null;
    }

    /// <summary>The value that counts, or null.</summary>
    public Setting? Find(SettingName name) =>
        Variable(_variables, name.Variable) is { } variable ? new Setting(variable, name.Variable) : FindInFiles(name);

    /// <summary>A value of a context, from the first file that has the context.</summary>
    public Setting? FindInContext(string context, SettingName name)
    {
        var file = _files.FirstOrDefault(one => one.Contexts.ContainsKey(context));
        return file is not null && file.Contexts[context].TryGetValue(name.Name, out var value)
            ? new Setting(value, $"context '{context}' in {file.Path}")
            : null;
    }

    /// <summary>
    /// The environment as it would be if every setting were given there, for all that reads the environment. A directory of Flink's
    /// configuration that a setting of ours names beats <c>FLINK_CONF_DIR</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(_variables);
        foreach (var name in SettingName.All)
        {
            if (Find(name) is { } setting) variables[name.Feeds] = setting.Value;
        }

        return variables;
    }

    private Setting? FindInFiles(SettingName name)
    {
        if (Context is { } context && FindInContext(context, name) is { } chosen) return chosen;
        var file = _files.FirstOrDefault(one => one.Settings.ContainsKey(name.Name));
        return file is null ? null : new Setting(file.Settings[name.Name], file.Path);
    }

    private static ToolConfigurationFile ReadNamed(string path) => File.Exists(path)
        ? ToolConfigurationFile.Read(path)
        : throw new SavepointException(ExitCode.Usage, $"there is no configuration file '{path}'", "check --config and SAVEPOINTCTL_CONFIG");

    private static string? Variable(IReadOnlyDictionary<string, string> variables, string name) =>
        variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
