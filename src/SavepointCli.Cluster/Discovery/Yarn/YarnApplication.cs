using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Yarn;

/// <summary>What is needed of a YARN application, as the ResourceManager shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Its state: <c>ACCEPTED</c>, <c>RUNNING</c>, ...</param>
/// <param name="FinalStatus"><c>UNDEFINED</c> until it has ended.</param>
/// <param name="MasterAddress">Host and port that the application master registered: Flink's REST endpoint. Null while it starts.</param>
internal sealed record YarnApplication(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("state")] string State,
    [property: JsonPropertyName("finalStatus")] string FinalStatus,
    [property: JsonPropertyName("amRPCAddress")] string? MasterAddress = null);
