using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>What one subtask of one operator restores from.</summary>
public sealed record SubtaskStateAssignment
{
    /// <summary>Nothing to restore.</summary>
    public static SubtaskStateAssignment None { get; } = new();

    /// <summary>Managed operator state, one handle per old stream that holds a part of it.</summary>
    public IReadOnlyList<OperatorStateHandle> ManagedOperatorState { get; init; } = [];

    /// <summary>Raw operator state.</summary>
    public IReadOnlyList<OperatorStateHandle> RawOperatorState { get; init; } = [];

    /// <summary>Managed keyed state: handles that together cover the subtask's key groups as far as the snapshot has them.</summary>
    public IReadOnlyList<KeyedStateHandle> ManagedKeyedState { get; init; } = [];

    /// <summary>Raw keyed state.</summary>
    public IReadOnlyList<KeyedStateHandle> RawKeyedState { get; init; } = [];

    /// <summary>Whether there is nothing at all.</summary>
    public bool IsEmpty =>
        ManagedOperatorState.Count == 0 && RawOperatorState.Count == 0 && ManagedKeyedState.Count == 0 && RawKeyedState.Count == 0;
}
