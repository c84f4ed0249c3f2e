using SavepointCli.Engine.Configuration;
using SavepointCli.Format.Ids;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Graph;

/// <summary>Fuses the operators of a stream graph into vertices, with their ids. Mirrors <c>StreamingJobGraphGenerator</c>.</summary>
internal sealed class JobGraphBuilder
{
    private readonly StreamTopology _topology;
    private readonly IReadOnlyDictionary<int, OperatorId> _ids;
    private readonly int? _configuredMaxParallelism;

    private JobGraphBuilder(StreamTopology topology, int? configuredMaxParallelism)
    {
        _topology = topology;
        _configuredMaxParallelism = configuredMaxParallelism;
        _ids = OperatorIdAssignment.Assign(topology);
    }

    /// <summary>Builds the graph.</summary>
    /// <exception cref="JobGraphException">The job cannot be run as it is.</exception>
    public static JobGraph Build(StreamGraph graph, EngineConfiguration configuration)
    {
        if (!configuration.Get(EngineOptions.AutoGenerateUids))
        {
            CheckUids(graph);
        }

        var configured = configuration.Get(EngineOptions.MaxParallelism);
        var topology = new StreamTopology(graph, ChainingRules.Of(graph, configuration));
        return new JobGraphBuilder(topology, configured > 0 ? configured : null).Build();
    }

    private static void CheckUids(StreamGraph graph)
    {
        if (graph.Nodes.FirstOrDefault(node => node.Uid is null && node.UidHash is null) is { } node)
        {
            throw new JobGraphException(
                $"Operator '{node.Name}' has no uid, and '{EngineOptions.AutoGenerateUids.Key}' is off.", "Give it one with Uid(...).");
        }
    }

    private JobGraph Build()
    {
        // Nodes come behind their inputs, so do the vertices that they head.
        var vertices = _topology.Graph.Nodes.Where(IsHead).Select(ToVertex).ToList();
        var byNode = vertices
            .SelectMany(vertex => vertex.Operators.Select(@operator => (@operator.Node.Id, Vertex: vertex)))
            .ToDictionary(pair => pair.Id, pair => pair.Vertex);
        var edges = vertices.SelectMany(vertex => vertex.Head.Node.InEdges)
            .Select(edge => new JobEdge(byNode[edge.SourceId], byNode[edge.TargetId], edge)).ToList();
        foreach (var edge in edges)
        {
            edge.Source.Outputs.Add(edge);
            edge.Target.Inputs.Add(edge);
        }

        return new JobGraph(_topology.Graph.Name, vertices, edges);
    }

    private bool IsHead(StreamNode node) => node.InEdges.Count != 1 || !_topology.IsChainable(node.InEdges[0]);

    private JobVertex ToVertex(StreamNode head)
    {
        var operators = new List<JobOperator>();
        Collect(head, operators);
        var chosen = operators.Max(@operator => @operator.Node.MaxParallelism) ?? _configuredMaxParallelism;
        var maxParallelism = chosen ?? KeyGroups.DefaultMaxParallelism(head.Parallelism);
        return new JobVertex(operators, head.Parallelism, maxParallelism, isMaxParallelismDerived: chosen is null);
    }

    private void Collect(StreamNode node, List<JobOperator> chain)
    {
        var chained = _topology.OutEdgesOf(node).Where(_topology.IsChainable).ToList();
        OperatorId? alternative = node.UidHash is { } hash && OperatorId.TryParse(hash, out var id) ? id : null;
        chain.Add(new JobOperator(_ids[node.Id], alternative, node, chained));
        foreach (var edge in chained)
        {
            Collect(_topology.TargetOf(edge), chain);
        }
    }
}
