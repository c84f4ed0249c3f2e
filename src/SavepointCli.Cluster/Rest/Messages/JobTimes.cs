using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>What is needed of <c>/jobs/:jobid</c>, in milliseconds since 1970 by the JobManager's clock.</summary>
/// <param name="StartedAt">When this JobManager took the job up; a JobManager that takes over begins anew.</param>
/// <param name="Now">What time it is there, at most some seconds ago.</param>
internal sealed record JobTimes([property: JsonPropertyName("start-time")] long StartedAt, [property: JsonPropertyName("now")] long Now);
