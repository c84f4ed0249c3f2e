using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer of <c>/jobs/:jobid/status</c>.</summary>
internal sealed record JobStatusAnswer([property: JsonPropertyName("status")] JobState Status);
