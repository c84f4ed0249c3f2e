using SavepointCli.Format.Ids;

namespace SavepointCli.Operations.State;

/// <summary>One thing that a snapshot holds: the value of a state for one key and namespace, a timer, or a subtask's operator state.</summary>
public sealed record StateEntry
{
    /// <summary>The operator's uid where it is known, else its id.</summary>
    public required string Operator { get; init; }

    /// <summary>The operator's id.</summary>
    public required OperatorId OperatorId { get; init; }

    /// <summary>Name of the state.</summary>
    public required string State { get; init; }

    /// <summary>What kind of state it is.</summary>
    public required StateEntryKind Kind { get; init; }

    /// <summary>The subtask that wrote it; 0 for the state of a coordinator, which belongs to none.</summary>
    public required int Subtask { get; init; }

    /// <summary>Key group of the key; null for operator state.</summary>
    public int? KeyGroup { get; init; }

    /// <summary>The key in its general form; null for operator state.</summary>
    public object? Key { get; init; }

    /// <summary>The namespace in its general form, a window or none.</summary>
    public object? Namespace { get; init; }

    /// <summary>The value in its general form, a list, a map, or the time of a timer; <see cref="Format.Values.UnreadableValue"/> where it can't be decoded.</summary>
    public object? Value { get; init; }
}
