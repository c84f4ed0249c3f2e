using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>A job as <c>/jobs/overview</c> shows it.</summary>
/// <param name="Id">The job id.</param>
/// <param name="Name">The name that the program gave.</param>
/// <param name="StartTime">Milliseconds since 1970 UTC.</param>
/// <param name="State">The state.</param>
/// <param name="Tasks">Its subtasks; null if the cluster does not say.</param>
public sealed record JobOverview(
    [property: JsonPropertyName("jid")] JobId Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("start-time")] long StartTime,
    [property: JsonPropertyName("state")] JobState State,
    [property: JsonPropertyName("tasks")] TaskCounts? Tasks = null);
