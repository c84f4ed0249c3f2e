using System.Text.Json;
using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer of <c>POST /jars/:jarid/plan</c>; the plan is shown and not understood.</summary>
internal sealed record JarPlanAnswer([property: JsonPropertyName("plan")] JsonElement Plan);
