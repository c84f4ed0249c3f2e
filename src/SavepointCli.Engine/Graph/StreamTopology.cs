using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Graph;

/// <summary>A stream graph seen from both ends of its edges.</summary>
internal sealed class StreamTopology
{
    private readonly Dictionary<int, StreamNode> _nodes;
    private readonly ILookup<int, StreamEdge> _outEdges;
    private readonly ChainingRules _chaining;

    public StreamTopology(StreamGraph graph, ChainingRules chaining)
    {
        Graph = graph;
        _chaining = chaining;
        _nodes = graph.Nodes.ToDictionary(node => node.Id);
        _outEdges = graph.Nodes.SelectMany(node => node.InEdges).ToLookup(edge => edge.SourceId);
    }

    /// <summary>The graph.</summary>
    public StreamGraph Graph { get; }

    /// <summary>The operator that emits over an edge.</summary>
    public StreamNode SourceOf(StreamEdge edge) => _nodes[edge.SourceId];

    /// <summary>The operator that receives over an edge.</summary>
    public StreamNode TargetOf(StreamEdge edge) => _nodes[edge.TargetId];

    /// <summary>Edges that leave an operator, in the order in which their targets were created.</summary>
    public IEnumerable<StreamEdge> OutEdgesOf(StreamNode node) => _outEdges[node.Id];

    /// <summary>Whether both ends of an edge run in one task.</summary>
    public bool IsChainable(StreamEdge edge) => _chaining.IsChainable(SourceOf(edge), TargetOf(edge), edge);
}
