using System.Collections.Immutable;
using SavepointCli.Format.Ids;

namespace SavepointCli.Operations.Inspect;

/// <summary>One operator of a snapshot.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Uid">Its uid, stored or given and matched by hash; null if unknown.</param>
/// <param name="Name">Its name for people; null where the metadata have none.</param>
/// <param name="Parallelism">Number of subtasks it ran with.</param>
/// <param name="MaxParallelism">Number of key groups.</param>
/// <param name="SubtasksWithState">Subtasks that left state.</param>
/// <param name="FinishedSubtasks">Subtasks that had finished before the snapshot.</param>
/// <param name="States">Its states by name; null where they could not be read.</param>
/// <param name="Sizes">Bytes of its state.</param>
public sealed record InspectedOperator(
    OperatorId Id,
    string? Uid,
    string? Name,
    int Parallelism,
    int MaxParallelism,
    int SubtasksWithState,
    int FinishedSubtasks,
    ImmutableArray<InspectedState>? States,
    StateSizes Sizes);
