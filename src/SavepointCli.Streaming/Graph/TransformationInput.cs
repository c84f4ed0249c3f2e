namespace SavepointCli.Streaming.Graph;

/// <summary>A stream that an operator reads.</summary>
/// <param name="Source">The operator that emits.</param>
/// <param name="InputIndex">Which input of the reading operator.</param>
/// <param name="Partitioning">How records are spread; null to choose by parallelism.</param>
/// <param name="SideOutput">Which side output of the operator; null for the main one.</param>
internal sealed record TransformationInput(Transformation Source, int InputIndex, Partitioning? Partitioning, OutputTag? SideOutput);
