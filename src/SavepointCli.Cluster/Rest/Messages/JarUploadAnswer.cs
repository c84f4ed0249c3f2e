using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer of <c>POST /jars/upload</c>; the last segment of the file name is the id of the jar.</summary>
internal sealed record JarUploadAnswer([property: JsonPropertyName("filename")] string FileName);
