using SavepointCli.Streaming.Graph;

namespace SavepointCli.Streaming;

/// <summary>An operator whose output is (part of) a stream, and how it is spread over whoever reads the stream.</summary>
/// <param name="Source">The operator.</param>
/// <param name="Partitioning">How its records are spread; null to choose by parallelism.</param>
/// <param name="SideOutput">Which of its side outputs; null for the main one.</param>
internal sealed record StreamOrigin(Transformation Source, Partitioning? Partitioning, OutputTag? SideOutput = null);
