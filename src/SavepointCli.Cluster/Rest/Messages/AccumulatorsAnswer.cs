using System.Text.Json.Serialization;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>Answer of <c>/jobs/:jobid/accumulators</c>.</summary>
internal sealed record AccumulatorsAnswer([property: JsonPropertyName("user-task-accumulators")] IReadOnlyList<Accumulator> Accumulators);
