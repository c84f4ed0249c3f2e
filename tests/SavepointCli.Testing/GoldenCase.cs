using System.Text.Json;

namespace SavepointCli.Testing;

/// <summary>One snapshot that real Flink took, with how it was taken (<c>case.json</c>) and what it must contain.</summary>
/// <param name="Flink">Minor version of the Flink that took it, e.g. <c>1.20</c>.</param>
/// <param name="Name">Name of the case, unique per <paramref name="Flink"/>.</param>
/// <param name="Backend">State backend: <c>hashmap</c> or <c>rocksdb</c>.</param>
/// <param name="Format"><c>CANONICAL</c>, <c>NATIVE</c> or null for checkpoints.</param>
/// <param name="Action">How it was taken, e.g. <c>savepoint</c>, <c>stop</c>, <c>checkpoint</c>.</param>
/// <param name="Parallelism">Parallelism of the job.</param>
/// <param name="MaxParallelism">Number of key groups.</param>
/// <param name="Numbers">Numbers that the source had emitted.</param>
/// <param name="Keys">Number of different keys of <c>kinds</c>.</param>
/// <param name="Parts">Parts of the job that ran.</param>
/// <param name="JobId">32 hex digits, null if unknown.</param>
/// <param name="Snapshot">Path of the snapshot folder below the case.</param>
/// <param name="OriginalLocation">Where the snapshot lay when it was taken: a URI or a path.</param>
/// <param name="Expected">The file of expected lines, null where only structure and counts can be checked.</param>
public sealed record GoldenCase(
    string Flink,
    string Name,
    string Backend,
    string? Format,
    string Action,
    int Parallelism,
    int MaxParallelism,
    int Numbers,
    int Keys,
    IReadOnlyList<string> Parts,
    string? JobId,
    string Snapshot,
    string OriginalLocation,
    string? Expected)
{
    private const string ArchiveExtension = ".zip";
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<IReadOnlyList<GoldenCase>> LoadedCases = new(LoadAll);

    /// <summary>All cases, ordered by version and name. Unpacks all archives.</summary>
    public static IReadOnlyList<GoldenCase> All => LoadedCases.Value;

    /// <summary>Version and name of each case, in the form that <c>[MemberData]</c> takes.</summary>
    public static IEnumerable<object[]> Names => Directory
        .EnumerateFiles(Fixtures.PathOf("golden"), "*" + ArchiveExtension, SearchOption.AllDirectories)
        .Select(archive => (Flink: Path.GetFileName(Path.GetDirectoryName(archive)!), Name: Path.GetFileNameWithoutExtension(archive)))
        .Where(found => found.Flink != "golden")
        .OrderBy(found => Version.Parse(found.Flink)).ThenBy(found => found.Name, StringComparer.Ordinal)
        .Select(found => new object[] { found.Flink, found.Name });

    /// <summary>Folder of the unpacked case. Shared by all tests of the process: read only, copy before changing.</summary>
    public string Folder => Fixtures.Unpack(ArchiveOf(Flink, Name));

    /// <summary>Folder that holds <c>_metadata</c>.</summary>
    public string SnapshotPath => Path.Combine(Folder, Snapshot);

    /// <summary>The metadata file.</summary>
    public string MetadataPath => Path.Combine(SnapshotPath, "_metadata");

    /// <summary>Whether the case is a checkpoint, which refers to its files by absolute URIs.</summary>
    public bool IsCheckpoint => Action == "checkpoint";

    /// <summary>The lines of state that the snapshot holds; empty where the case has none.</summary>
    public IReadOnlyList<string> ExpectedLines => Expected is null
        ? []
        : File.ReadAllLines(Path.Combine(Fixtures.Unpack(Fixtures.PathOf("golden", "expected.zip")), Path.GetFileName(Expected)));

    /// <summary>Which prefixes of the URIs in the snapshot stand for which folders now, for cases that hold absolute ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Mappings =>
    [
        new(OriginalLocation, SnapshotPath),
        new($"file:/tmp/golden/{Flink}/{Name}", Folder),
        new($"file:/tmp/golden/{Flink}/dstl", Path.Combine(Folder, "dstl")),
    ];

    /// <summary>One case.</summary>
    public static GoldenCase Load(string flink, string name)
    {
        var description = File.ReadAllText(Path.Combine(Fixtures.Unpack(ArchiveOf(flink, name)), "case.json"));
        return JsonSerializer.Deserialize<GoldenCase>(description, CamelCase)!;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Flink}/{Name}";

    private static string ArchiveOf(string flink, string name) => Fixtures.PathOf("golden", flink, name + ArchiveExtension);

    private static List<GoldenCase> LoadAll() => [.. Names.Select(name => Load((string)name[0], (string)name[1]))];
}
