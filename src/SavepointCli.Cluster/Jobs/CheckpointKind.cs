using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Jobs;

/// <summary>What kind of checkpoint to trigger (<c>CheckpointType</c>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckpointKind>))]
public enum CheckpointKind
{
    /// <summary>As the job is configured.</summary>
    [JsonStringEnumMemberName("CONFIGURED")]
    Configured,

    /// <summary>Full, even if the job is configured for incremental ones.</summary>
    [JsonStringEnumMemberName("FULL")]
    Full,
}
