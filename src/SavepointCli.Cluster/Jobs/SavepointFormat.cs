using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Jobs;

/// <summary>How a savepoint is laid out (<c>SavepointFormatType</c>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SavepointFormat>))]
public enum SavepointFormat
{
    /// <summary>One layout for all state backends; can be restored with any of them.</summary>
    [JsonStringEnumMemberName("CANONICAL")]
    Canonical,

    /// <summary>The layout of the state backend that wrote it.</summary>
    [JsonStringEnumMemberName("NATIVE")]
    Native,
}
