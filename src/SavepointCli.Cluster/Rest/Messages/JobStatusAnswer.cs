using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer of <c>/jobs/:jobid/status</c>.</summary>
internal sealed record JobStatusAnswer([property: JsonPropertyName("status")] JobState Status);

/// <summary>Answer of <c>/jobs/:jobid/execution-result</c>.</summary>
internal sealed record ExecutionResultAnswer(
    [property: JsonPropertyName("status")] QueueStatus Status,
    [property: JsonPropertyName("job-execution-result")] ExecutionResult? Result = null);

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

/// <summary>Answer of <c>/jobs/:jobid/accumulators</c>.</summary>
internal sealed record AccumulatorsAnswer([property: JsonPropertyName("user-task-accumulators")] IReadOnlyList<Accumulator> Accumulators);

/// <summary>Answer of <c>/config</c>, as far as it is used.</summary>
internal sealed record ClusterConfigAnswer([property: JsonPropertyName("flink-version")] string FlinkVersion);
