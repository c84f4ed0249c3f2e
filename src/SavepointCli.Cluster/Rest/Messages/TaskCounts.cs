using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>How many subtasks of a job are in which state, as far as anybody here asks.</summary>
/// <param name="Total">All subtasks.</param>
/// <param name="Running">Those that process.</param>
public sealed record TaskCounts([property: JsonPropertyName("total")] int Total = 0, [property: JsonPropertyName("running")] int Running = 0)
{
    /// <summary>Whether a savepoint can be taken: Flink refuses while a subtask is still on its way.</summary>
    [JsonIgnore]
    public bool AllRunning => Total > 0 && Running == Total;
}
