using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer of <c>/jobs/overview</c>.</summary>
internal sealed record JobsOverview([property: JsonPropertyName("jobs")] IReadOnlyList<JobOverview> Jobs);
