using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Graph;

/// <summary>One operator of a job. Mirrors <c>StreamNode</c>.</summary>
/// <param name="Id">Number in the order of creation; inputs have smaller ids than the operators that read them.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind">What the engine drives the operator by.</param>
public sealed record StreamNode(int Id, string Name, OperatorKind Kind)
{
    /// <summary>The text whose hash is the operator id; null to derive the id from the place in the graph.</summary>
    public string? Uid { get; init; }

    /// <summary>32 hex digits: a further operator id under which restored state is looked for.</summary>
    public string? UidHash { get; init; }

    /// <summary>Number of subtasks.</summary>
    public required int Parallelism { get; init; }

    /// <summary>Number of key groups if set by the job; null to derive it, in which case a restored snapshot may change it.</summary>
    public int? MaxParallelism { get; init; }

    /// <summary>Whether the operator may share a vertex.</summary>
    public ChainingStrategy Chaining { get; init; }

    /// <summary>What comes in, in the order in which the job names it.</summary>
    public required IReadOnlyList<StreamEdge> InEdges { get; init; }

    /// <summary>Type of the records emitted; null for a sink.</summary>
    public required TypeInformation? OutputType { get; init; }

    /// <summary>Type of the keys; null if the (first) input is not keyed.</summary>
    public required TypeInformation? KeyType { get; init; }

    /// <summary>Makes the operator of one subtask.</summary>
    public required Func<StreamOperator> CreateOperator { get; init; }

    /// <summary>Makes the coordinator, one per job; null unless the kind is <see cref="OperatorKind.Source"/>.</summary>
    public Func<ISourceCoordinatorContext, SourceCoordinator>? CreateCoordinator { get; init; }
}
