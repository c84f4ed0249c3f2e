using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Graph;

/// <summary>An operator while the program still describes it; becomes a <see cref="StreamNode"/> on <c>Execute</c>.</summary>
internal sealed class Transformation(int id, string name, OperatorKind kind, Func<StreamOperator> createOperator)
{
    public int Id => id;

    public OperatorKind Kind => kind;

    public Func<StreamOperator> CreateOperator => createOperator;

    public string Name { get; set; } = name;

    public string? Uid { get; set; }

    public string? UidHash { get; set; }

    public int? Parallelism { get; set; }

    public int? MaxParallelism { get; set; }

    /// <summary>Whether the operator can only have one subtask.</summary>
    public bool IsNonParallel { get; init; }

    public ChainingStrategy Chaining { get; set; }

    public IReadOnlyList<TransformationInput> Inputs { get; init; } = [];

    public TypeInformation? OutputType { get; init; }

    public TypeInformation? KeyType { get; init; }

    public Func<ISourceCoordinatorContext, SourceCoordinator>? CreateCoordinator { get; init; }
}
