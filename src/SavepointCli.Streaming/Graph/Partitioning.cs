namespace SavepointCli.Streaming.Graph;

/// <summary>How records are spread over the subtasks of the next operator. Mirrors <c>StreamPartitioner</c>.</summary>
public class Partitioning
{
    private protected Partitioning(PartitioningKind kind) => Kind = kind;

    /// <summary>Which subtask gets a record.</summary>
    public PartitioningKind Kind { get; }

    /// <summary>To the subtask with the same index.</summary>
    public static Partitioning Forward { get; } = new(PartitioningKind.Forward);

    /// <summary>To each in turn.</summary>
    public static Partitioning Rebalance { get; } = new(PartitioningKind.Rebalance);

    /// <summary>To each in turn of those nearby.</summary>
    public static Partitioning Rescale { get; } = new(PartitioningKind.Rescale);

    /// <summary>To a random one.</summary>
    public static Partitioning Shuffle { get; } = new(PartitioningKind.Shuffle);

    /// <summary>To every one.</summary>
    public static Partitioning Broadcast { get; } = new(PartitioningKind.Broadcast);

    /// <summary>To the first.</summary>
    public static Partitioning Global { get; } = new(PartitioningKind.Global);

    /// <inheritdoc/>
    public override string ToString() => Kind.ToString().ToUpperInvariant();
}
