using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Journal;

/// <summary>Who told how an operation ended. The later ones conclude; only the first knows the operation by its id.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KnowledgeSource>))]
public enum KnowledgeSource
{
    /// <summary>The cluster, asked for the id.</summary>
    [JsonStringEnumMemberName("cluster")]
    Cluster,

    /// <summary>The one savepoint in the job's checkpoint history that fits the request.</summary>
    [JsonStringEnumMemberName("checkpoint-history")]
    CheckpointHistory,

    /// <summary>The one savepoint directory at the target that fits the request.</summary>
    [JsonStringEnumMemberName("storage")]
    Storage,
}
