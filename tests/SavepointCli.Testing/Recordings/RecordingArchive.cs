using System.Text.Json;

namespace SavepointCli.Testing.Recordings;

/// <summary>What real clusters and real clients said to each other: the files of one version, by name.</summary>
public sealed class RecordingArchive
{
    private readonly string _folder;

    private RecordingArchive(string archive) => _folder = Fixtures.Unpack(Fixtures.PathOf("recordings", archive));

    /// <summary>Names of all recordings, without extension, sorted.</summary>
    public IEnumerable<string> Names =>
        Directory.EnumerateFiles(_folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    /// <summary>Requests and answers of the REST API, and traffic of the command line.</summary>
    public static RecordingArchive Rest(string version) => new($"rest-{version}.zip");

    /// <summary>Invocations of the command line.</summary>
    public static RecordingArchive Cli(string version) => new($"cli-{version}.zip");

    /// <summary>A recording as it is.</summary>
    public JsonElement Load(string name) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(_folder, name + ".json")));

    /// <summary>An invocation of <c>bin/flink</c>; with its traffic if it is a <c>cli-traffic-*</c> recording.</summary>
    public CliInvocation LoadInvocation(string name) => CliInvocation.Of(name, Load(name));

    /// <summary>One request with its answer.</summary>
    public RecordedExchange LoadExchange(string name) => RecordedExchange.Of(Load(name));
}
