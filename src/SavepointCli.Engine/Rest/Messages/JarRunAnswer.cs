using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The job that was started.</summary>
internal sealed record JarRunAnswer([property: JsonPropertyName("jobid")] string JobId);
