using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Body of <c>POST /savepoint-disposal</c>; there is no trigger id.</summary>
internal sealed record DisposalTriggerBody([property: JsonPropertyName("savepoint-path")] string Path);
