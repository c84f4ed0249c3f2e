using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary><c>IN_PROGRESS</c> or <c>COMPLETED</c>; the latter covers success and failure.</summary>
internal sealed record QueueStatus([property: JsonPropertyName("id")] string Id)
{
    private const string Completed = "COMPLETED";

    [JsonIgnore]
    public bool IsCompleted => Id == Completed;
}

/// <summary>Status of a savepoint or stop.</summary>
internal sealed record SavepointStatus(
    [property: JsonPropertyName("status")] QueueStatus Status,
    [property: JsonPropertyName("operation")] SavepointOutcome? Operation = null);

/// <summary>Exactly one of the two is there.</summary>
internal sealed record SavepointOutcome(
    [property: JsonPropertyName("location")] string? Location = null,
    [property: JsonPropertyName("failure-cause")] FailureCause? Failure = null);

/// <summary>Status of a checkpoint.</summary>
internal sealed record CheckpointStatus(
    [property: JsonPropertyName("status")] QueueStatus Status,
    [property: JsonPropertyName("operation")] CheckpointOutcome? Operation = null);

/// <summary>Exactly one of the two is there; the failure is in camel case here.</summary>
internal sealed record CheckpointOutcome(
    [property: JsonPropertyName("checkpointId")] long? CheckpointId = null,
    [property: JsonPropertyName("failureCause")] FailureCause? Failure = null);

/// <summary>Status of a disposal.</summary>
internal sealed record DisposalStatus(
    [property: JsonPropertyName("status")] QueueStatus Status,
    [property: JsonPropertyName("operation")] DisposalOutcome? Operation = null);

/// <summary>Empty on success.</summary>
internal sealed record DisposalOutcome([property: JsonPropertyName("failure-cause")] FailureCause? Failure = null);
