namespace SavepointCli.Streaming.Graph;

/// <summary>A stream from one operator to another.</summary>
/// <param name="SourceId">Id of the node that emits.</param>
/// <param name="TargetId">Id of the node that receives.</param>
/// <param name="InputIndex">Which input of the target: 0, or 1 for the second of two.</param>
/// <param name="Partitioning">How records are spread over the target's subtasks.</param>
/// <param name="SideOutput">Which side output of the node that emits; null for the main one.</param>
public sealed record StreamEdge(int SourceId, int TargetId, int InputIndex, Partitioning Partitioning, OutputTag? SideOutput = null);
