using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>An exception of the cluster. Its serialized form needs a JVM; the stack trace says the same in text.</summary>
internal sealed record FailureCause(
    [property: JsonPropertyName("class")] string? Class = null,
    [property: JsonPropertyName("stack-trace")] string? StackTrace = null)
{
    public string Text => StackTrace ?? Class ?? "the cluster gave no reason";
}
