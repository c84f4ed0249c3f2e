using System.Collections.Immutable;
using SavepointCli.Format.Handles;

namespace SavepointCli.Format.Metadata;

/// <summary>The state of one subtask of an operator. Mirrors <c>OperatorSubtaskState</c>: every slot holds at most one handle.</summary>
public sealed record SubtaskState
{
    /// <summary>Index of the subtask, 0 to parallelism - 1.</summary>
    public required int Index { get; init; }

    /// <summary>Whether the subtask had finished (1.14+); it has no handles then.</summary>
    public bool Finished { get; init; }

    /// <summary>Managed operator state.</summary>
    public OperatorStateHandle? ManagedOperatorState { get; init; }

    /// <summary>Raw operator state: the user's own bytes.</summary>
    public OperatorStateHandle? RawOperatorState { get; init; }

    /// <summary>Managed keyed state.</summary>
    public KeyedStateHandle? ManagedKeyedState { get; init; }

    /// <summary>Raw keyed state, e.g. heap timers beside RocksDB.</summary>
    public KeyedStateHandle? RawKeyedState { get; init; }

    /// <summary>Records in flight of unaligned checkpoints; savepoints never hold any.</summary>
    public ImmutableArray<ChannelStateHandle> InputChannelStates { get; init; } = [];

    /// <summary>As <see cref="InputChannelStates"/>, of the subtask's outputs.</summary>
    public ImmutableArray<ChannelStateHandle> ResultSubpartitionStates { get; init; } = [];

    /// <summary>Version 2 only: milliseconds that the snapshot took, -1 if not recorded.</summary>
    public long Duration { get; init; } = -1;

    /// <summary>Version 7 only: id of the checkpoint that this one refers to, null if none.</summary>
    public long? ReferenceCheckpointId { get; init; }
}
