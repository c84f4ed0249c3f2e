namespace SavepointCli.Engine.Graph;

/// <summary>A job as it is run: operators fused into vertices.</summary>
/// <param name="Name">Name of the job.</param>
/// <param name="Vertices">The vertices, each behind those it reads from.</param>
/// <param name="Edges">The edges between them.</param>
internal sealed record JobGraph(string Name, IReadOnlyList<JobVertex> Vertices, IReadOnlyList<JobEdge> Edges);
