using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Journal;

/// <summary>What was asked of a cluster.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperationKind>))]
public enum OperationKind
{
    /// <summary>A savepoint of a job that runs on.</summary>
    [JsonStringEnumMemberName("savepoint")]
    Savepoint,

    /// <summary>A savepoint after which the job has ended (stop).</summary>
    [JsonStringEnumMemberName("stop")]
    Stop,

    /// <summary>A savepoint after which the job is cancelled.</summary>
    [JsonStringEnumMemberName("cancel")]
    Cancel,

    /// <summary>A checkpoint.</summary>
    [JsonStringEnumMemberName("checkpoint")]
    Checkpoint,
}
