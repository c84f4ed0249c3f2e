using SavepointCli.Engine.Graph;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Which subtasks take part in a snapshot, and how.</summary>
/// <param name="ToTrigger">Subtasks that get the barrier from the coordinator: those without inputs that still run.</param>
/// <param name="ToAcknowledge">Subtasks whose state belongs to the snapshot.</param>
/// <param name="Finished">Subtasks that had finished before.</param>
internal sealed record CheckpointPlan(
    IReadOnlyList<Subtask> ToTrigger, IReadOnlyList<Subtask> ToAcknowledge, IReadOnlyList<Subtask> Finished);
