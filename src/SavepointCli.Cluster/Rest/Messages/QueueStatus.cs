using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary><c>IN_PROGRESS</c> or <c>COMPLETED</c>; the latter covers success and failure.</summary>
internal sealed record QueueStatus(
    [property: JsonPropertyName("id"), JsonConverter(typeof(QueueStatusIdConverter))] string Id)
{
    /// <summary>Still under way.</summary>
    public const string InProgress = "IN_PROGRESS";

    /// <summary>Over.</summary>
    public const string Completed = "COMPLETED";

    [JsonIgnore]
    public bool IsCompleted => Id == Completed;
}
