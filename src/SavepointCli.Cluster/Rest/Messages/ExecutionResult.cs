using System.Text.Json.Serialization;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>How a job ended.</summary>
internal sealed record ExecutionResult(
    [property: JsonPropertyName("id")] JobId Id,
    [property: JsonPropertyName("application-status")] string ApplicationStatus,
    [property: JsonPropertyName("net-runtime")] long NetRuntime,
    [property: JsonPropertyName("accumulator-results")] IReadOnlyDictionary<string, string>? Accumulators = null,
    [property: JsonPropertyName("failure-cause")] FailureCause? Failure = null)
{
    private const string SucceededStatus = "SUCCEEDED";

    [JsonIgnore]
    public bool Succeeded => ApplicationStatus == SucceededStatus;
}
