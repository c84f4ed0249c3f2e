using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>What <c>POST /savepoint-disposal</c> takes.</summary>
internal sealed record SavepointDisposalRequestBody
{
    [JsonConverter(typeof(LenientText))]
    public string? SavepointPath { get; init; }
}
