using SavepointCli.Streaming.Graph;

namespace SavepointCli.Streaming;

/// <summary>An operator whose output is (part of) a stream, and how it is spread over whoever reads the stream.</summary>
internal sealed record StreamOrigin(Transformation Source, Partitioning? Partitioning);
