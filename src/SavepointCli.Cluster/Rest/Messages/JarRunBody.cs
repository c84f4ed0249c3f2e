using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>
/// Body of <c>POST /jars/:jarid/run</c>. What is not set is left out: clusters up to 1.19 refuse fields that they do not know,
/// even empty ones.
/// </summary>
internal sealed record JarRunBody
{
    [JsonPropertyName("entryClass")]
    public string? EntryClass { get; init; }

    [JsonPropertyName("programArgsList")]
    public IReadOnlyList<string>? ProgramArguments { get; init; }

    [JsonPropertyName("parallelism")]
    public int? Parallelism { get; init; }

    [JsonPropertyName("savepointPath")]
    public string? SavepointPath { get; init; }

    [JsonPropertyName("allowNonRestoredState")]
    public bool? AllowNonRestoredState { get; init; }

    /// <summary>Called claim mode since 1.20, but only this name is taken by every version.</summary>
    [JsonPropertyName("restoreMode")]
    public string? RestoreMode { get; init; }

    [JsonPropertyName("flinkConfiguration")]
    public IReadOnlyDictionary<string, string>? Configuration { get; init; }
}
