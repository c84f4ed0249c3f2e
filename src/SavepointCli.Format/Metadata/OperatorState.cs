using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Metadata;

/// <summary>One operator of a snapshot. Mirrors <c>org.apache.flink.runtime.checkpoint.OperatorState</c>.</summary>
public sealed record OperatorState
{
    /// <summary>The id, hash of the uid or of the operator's place in the graph.</summary>
    public required OperatorId Id { get; init; }

    /// <summary>Name for people (version 5 and later), empty if none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The uid as the user gave it (version 5 and later), empty if none.</summary>
    public string Uid { get; init; } = "";

    /// <summary>Number of subtasks the operator ran with.</summary>
    public required int Parallelism { get; init; }

    /// <summary>Number of key groups, 1 to 32768.</summary>
    public required int MaxParallelism { get; init; }

    /// <summary>State of the operator's coordinator, e.g. splits that no reader has yet; null if none.</summary>
    public StreamHandle? CoordinatorState { get; init; }

    /// <summary>Whether all subtasks had finished (1.14+); there are no subtask entries then.</summary>
    public bool FullyFinished { get; init; }

    /// <summary>Version 2 only: the length of the chain, which later versions dropped.</summary>
    public int ChainLength { get; init; } = 1;

    /// <summary>The subtasks in the order of the file.</summary>
    public ImmutableArray<SubtaskState> Subtasks { get; init; } = [];
}
