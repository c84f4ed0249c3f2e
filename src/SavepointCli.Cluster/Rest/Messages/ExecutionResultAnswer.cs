using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer of <c>/jobs/:jobid/execution-result</c>.</summary>
internal sealed record ExecutionResultAnswer(
    [property: JsonPropertyName("status")] QueueStatus Status,
    [property: JsonPropertyName("job-execution-result")] ExecutionResult? Result = null) : IQueuedAnswer;
