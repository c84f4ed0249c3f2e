using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Empty on success.</summary>
internal sealed record DisposalOutcome([property: JsonPropertyName("failure-cause")] FailureCause? Failure = null);
