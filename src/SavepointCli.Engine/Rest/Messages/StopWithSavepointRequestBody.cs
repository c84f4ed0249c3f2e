using System.Text.Json.Serialization;
using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>What <c>POST /jobs/:jobid/stop</c> takes. Its directory is spelt differently from that of a savepoint.</summary>
internal sealed record StopWithSavepointRequestBody
{
    [JsonPropertyName("targetDirectory"), JsonConverter(typeof(LenientText))]
    public string? TargetDirectory { get; init; }

    [JsonConverter(typeof(LenientBoolean))]
    public bool? Drain { get; init; }

    [JsonPropertyName("formatType"), JsonConverter(typeof(SavepointFormatText))]
    public SavepointFormat? FormatType { get; init; }

    [JsonPropertyName("triggerId"), JsonConverter(typeof(TriggerIdText))]
    public TriggerId? TriggerId { get; init; }
}
