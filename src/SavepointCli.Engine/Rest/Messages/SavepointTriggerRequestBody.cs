using System.Text.Json.Serialization;
using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>What <c>POST /jobs/:jobid/savepoints</c> takes.</summary>
internal sealed record SavepointTriggerRequestBody
{
    [JsonConverter(typeof(LenientText))]
    public string? TargetDirectory { get; init; }

    [JsonConverter(typeof(LenientBoolean))]
    public bool? CancelJob { get; init; }

    [JsonPropertyName("formatType"), JsonConverter(typeof(SavepointFormatText))]
    public SavepointFormat? FormatType { get; init; }

    [JsonPropertyName("triggerId"), JsonConverter(typeof(TriggerIdText))]
    public TriggerId? TriggerId { get; init; }
}
