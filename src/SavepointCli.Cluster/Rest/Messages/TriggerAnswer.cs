using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer to every trigger.</summary>
internal sealed record TriggerAnswer([property: JsonPropertyName("request-id")] TriggerId RequestId);
