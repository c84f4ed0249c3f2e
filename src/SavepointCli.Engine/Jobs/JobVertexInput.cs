using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>An edge of the job graph.</summary>
/// <param name="Source">The vertex that produces.</param>
/// <param name="ShipStrategy">How records are spread over the consumer's subtasks, in Flink's words: FORWARD, HASH, REBALANCE, BROADCAST ...</param>
public sealed record JobVertexInput(OperatorId Source, string ShipStrategy);
