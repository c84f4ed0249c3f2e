using System.Text.Json.Serialization;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer of <c>POST /jars/:jarid/run</c>.</summary>
internal sealed record JarRunAnswer([property: JsonPropertyName("jobid")] JobId JobId);
