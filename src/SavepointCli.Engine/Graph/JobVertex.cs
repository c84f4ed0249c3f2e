using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Graph;

/// <summary>Operators that run in one task: a chain (a tree, if one of them feeds several), or a single operator.</summary>
internal sealed class JobVertex(IReadOnlyList<JobOperator> operators, int parallelism, int maxParallelism, bool isMaxParallelismDerived)
{
    private bool _isMaxParallelismAdjustable = isMaxParallelismDerived;

    /// <summary>The id of the first operator.</summary>
    public OperatorId Id => Head.Id;

    /// <summary>The operator that the inputs of the vertex reach.</summary>
    public JobOperator Head => operators[0];

    /// <summary>All operators, each behind the one that feeds it.</summary>
    public IReadOnlyList<JobOperator> Operators => operators;

    /// <summary>Names of the operators joined by arrows, for people.</summary>
    public string Name { get; } = string.Join(" -> ", operators.Select(@operator => @operator.Node.Name));

    /// <summary>Number of subtasks.</summary>
    public int Parallelism => parallelism;

    /// <summary>Number of key groups.</summary>
    public int MaxParallelism { get; private set; } = maxParallelism;

    /// <summary>Edges that end here, by input of the head.</summary>
    public List<JobEdge> Inputs { get; } = [];

    /// <summary>Edges that begin here.</summary>
    public List<JobEdge> Outputs { get; } = [];

    /// <summary>
    /// Takes over the number of key groups of a restored snapshot; false if the job has chosen another, or operators of the vertex were
    /// restored with different ones.
    /// </summary>
    public bool TryAdjustMaxParallelism(int restored)
    {
        if (!_isMaxParallelismAdjustable)
        {
            return false;
        }

        MaxParallelism = restored;
        _isMaxParallelismAdjustable = false;
        return true;
    }

    /// <summary>The key groups of a subtask.</summary>
    public KeyGroupRange KeyGroupsOf(int subtask) => KeyGroups.RangeOf(subtask, MaxParallelism, Parallelism);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Id})";
}
