using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary><c>IN_PROGRESS</c> or <c>COMPLETED</c>; the latter covers success and failure.</summary>
internal sealed record QueueStatus([property: JsonPropertyName("id")] string Id)
{
    private const string Completed = "COMPLETED";

    [JsonIgnore]
    public bool IsCompleted => Id == Completed;
}
