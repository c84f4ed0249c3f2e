namespace SavepointCli.Engine.Jobs;

/// <summary>One attempt to take a checkpoint or savepoint.</summary>
/// <param name="Id">The checkpoint id.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="State">How it stands.</param>
/// <param name="TriggeredAt">When it was triggered.</param>
/// <param name="Duration">How long it took, or has taken so far.</param>
/// <param name="StateSize">Bytes of state it holds.</param>
/// <param name="ExternalPath">Where it lies, null until it is complete.</param>
/// <param name="Failure">Why it failed, else null.</param>
public sealed record SnapshotStatistics(
    long Id,
    SnapshotKind Kind,
    SnapshotState State,
    DateTimeOffset TriggeredAt,
    TimeSpan Duration,
    long StateSize,
    string? ExternalPath,
    string? Failure)
{
    /// <summary>Binary format of a savepoint; null for a checkpoint.</summary>
    public SavepointFormat? Format { get; init; }

    /// <summary>Whether its files have been deleted since, because later checkpoints made it superfluous.</summary>
    public bool Discarded { get; init; }

    /// <summary>What each vertex contributed, in the order of the job's vertices.</summary>
    public IReadOnlyList<VertexSnapshotStatistics> Vertices { get; init; } = [];
}
