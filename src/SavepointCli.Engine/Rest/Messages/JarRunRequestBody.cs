using System.Text.Json.Serialization;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>What <c>POST /jars/:jarid/run</c> and <c>/plan</c> take. A value here beats the one in the query.</summary>
internal sealed record JarRunRequestBody
{
    [JsonConverter(typeof(LenientText))]
    public string? EntryClass { get; init; }

    [JsonConverter(typeof(LenientText))]
    public string? ProgramArgs { get; init; }

    public IReadOnlyList<string>? ProgramArgsList { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? Parallelism { get; init; }

    [JsonConverter(typeof(JobIdText))]
    public JobId? JobId { get; init; }

    [JsonConverter(typeof(LenientText))]
    public string? SavepointPath { get; init; }

    [JsonConverter(typeof(LenientBoolean))]
    public bool? AllowNonRestoredState { get; init; }

    [JsonConverter(typeof(ClaimModeText))]
    public ClaimMode? RestoreMode { get; init; }

    [JsonConverter(typeof(ClaimModeText))]
    public ClaimMode? ClaimMode { get; init; }

    public IReadOnlyDictionary<string, string>? FlinkConfiguration { get; init; }
}
