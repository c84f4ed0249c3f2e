using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Journal;

/// <summary>How far an operation has come, as far as this machine has heard.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperationState>))]
public enum OperationState
{
    /// <summary>About to be sent, or sent without an answer: the cluster may or may not have it.</summary>
    [JsonStringEnumMemberName("requested")]
    Requested,

    /// <summary>The cluster has taken it.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>It succeeded.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>The cluster says that it failed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It never began: the request did not arrive, or was turned down. The same id may be sent again.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
