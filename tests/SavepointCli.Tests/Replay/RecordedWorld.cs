using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using SavepointCli.Testing;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Tests.Replay;

/// <summary>The configuration directory, the environment and the files of a recorded invocation, made anew around a server of ours.</summary>
internal sealed partial class RecordedWorld : IDisposable
{
    private const string ConfigurationDirectory = "FLINK_CONF_DIR";
    private const string RecordingsFolder = "/tmp/flink-recordings";
    private const string NotAJar = "notajar.jar";
    private const string Legacy = "flink-conf.yaml";
    private const string Current = "config.yaml";

    /// <summary>Nothing ever listens there.</summary>
    private const string DeadPort = "1";

    private readonly TempFolder _folder = new();
    private readonly CliInvocation _recorded;
    private readonly string _port;

    public RecordedWorld(CliInvocation recorded, string version, int port)
    {
        _recorded = recorded;
        _port = port.ToString(CultureInfo.InvariantCulture);
        Variables = recorded.Variables.Where(variable => variable.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);
        if (!recorded.Variables.TryGetValue(ConfigurationDirectory, out var directory) || directory is not null)
            Variables[ConfigurationDirectory] = WriteConfiguration(directory, version);
        WriteJars();
        Arguments = [.. recorded.Arguments.Select(Relocated)];
    }

    public Dictionary<string, string> Variables { get; }

    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The same for what Flink's client said about these paths.</summary>
    public string RelocatedMessage(string text) => JobsFolder().Replace(text, _folder.Path)
        .Replace($"is not a file: {RecordingsFolder}\n", $"is not a file: {_folder.Path}\n", StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    /// <summary>Paths of programs and ports of clusters become ours; everything else stays as it was typed.</summary>
    public string Relocated(string text)
    {
        if (text == RecordingsFolder) return _folder.Path;
        var ports = LivePort().Replace(text, _port).Replace("9199", DeadPort, StringComparison.Ordinal);
        return JobsFolder().Replace(ports, _folder.Path);
    }

    private string WriteConfiguration(string? recordedDirectory, string version)
    {
        var directory = _folder["conf"];
        var kind = recordedDirectory?[(recordedDirectory.LastIndexOf('/') + 1)..];
        if (kind == "nowhere") return directory;

        Directory.CreateDirectory(directory);
        if (kind == "empty") return directory;

        var standard = version.StartsWith("1.16", StringComparison.Ordinal) ? Legacy : Current;
        if (kind == "empty-file") File.WriteAllText(Path.Combine(directory, standard), "");
        else if (_recorded.Configuration is not { } configuration) Write(directory, standard, []);
        else if (configuration.TryGetProperty("text", out var text))
            File.WriteAllText(Path.Combine(directory, standard), text.GetString()!.Replace("\\n", "\n", StringComparison.Ordinal));
        else if (configuration.TryGetProperty(Legacy, out _) || configuration.TryGetProperty(Current, out _))
            foreach (var file in configuration.EnumerateObject()) Write(directory, file.Name, file.Value.EnumerateObject());
        else
            Write(directory, configuration.TryGetProperty("conf_file", out var name) ? name.GetString()! : standard, configuration.EnumerateObject());
        return directory;
    }

    private void Write(string directory, string file, IEnumerable<JsonProperty> settings)
    {
        var lines = settings
            .Where(setting => setting.Value.ValueKind != JsonValueKind.Null && setting.Name.Contains('.', StringComparison.Ordinal))
            .ToDictionary(setting => setting.Name, setting => Relocated(setting.Value.ToString()));
        if (!lines.ContainsKey("jobmanager.rpc.address")) lines.TryAdd("rest.address", "127.0.0.1");
        lines.TryAdd("rest.port", _port);
        lines.TryAdd("rest.retry.delay", "50"); // the outcome is the same as with three seconds, sooner
        File.WriteAllLines(Path.Combine(directory, file), lines.Select(setting => $"{setting.Key}: {setting.Value}"));
    }

    private void WriteJars()
    {
        var names = _recorded.Arguments.Where(argument => JobsFolder().IsMatch(argument)).Select(Path.GetFileName).Distinct();
        foreach (var name in names.Where(name => name != NotAJar))
        {
            using var jar = ZipFile.Open(_folder[name!], ZipArchiveMode.Create);
            using var manifest = new StreamWriter(jar.CreateEntry("META-INF/MANIFEST.MF").Open());
            manifest.Write("Manifest-Version: 1.0\r\nMain-Class: rec.CountJob\r\n\r\n");
        }

        File.WriteAllText(_folder[NotAJar], "no jar");
    }

    [GeneratedRegex(@"(?<![\d.])9[1567](16|20|22)(?!\d)|(?<=:)96[78]\d(?!\d)")]
    private static partial Regex LivePort();

    [GeneratedRegex(@"/tmp/flink-recordings/jobs/[\d.]+(?=/)|/tmp/flink-recordings/[\d.]+(?=/notajar\.jar)")]
    private static partial Regex JobsFolder();
}
