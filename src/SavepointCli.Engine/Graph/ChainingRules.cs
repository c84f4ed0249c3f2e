using SavepointCli.Engine.Configuration;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Graph;

/// <summary>Settings of a job that decide which operators run in one task.</summary>
/// <param name="Enabled">Whether any do.</param>
/// <param name="AcrossMaxParallelism">Whether operators of different configured max parallelism may.</param>
internal sealed record ChainingRules(bool Enabled, bool AcrossMaxParallelism)
{
    /// <summary>The rules that program and configuration ask for.</summary>
    public static ChainingRules Of(StreamGraph graph, EngineConfiguration configuration) =>
        new(graph.IsChainingEnabled && configuration.Get(EngineOptions.OperatorChaining),
            configuration.Get(EngineOptions.ChainDifferentMaxParallelism));

    /// <summary>Whether the two ends of an edge run in one task (<c>StreamingJobGraphGenerator.isChainable</c>).</summary>
    public bool IsChainable(StreamNode source, StreamNode target, StreamEdge edge) =>
        Enabled
        && target.InEdges.Count == 1
        && edge.Partitioning.Kind == PartitioningKind.Forward
        && source.Chaining != ChainingStrategy.Never
        && target.Chaining == ChainingStrategy.Always
        && source.Parallelism == target.Parallelism
        && (AcrossMaxParallelism || source.MaxParallelism == target.MaxParallelism);
}
