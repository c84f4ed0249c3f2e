using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.State.Snapshots;

/// <summary>What one operator of one subtask contributes to a snapshot.</summary>
/// <param name="ManagedKeyedState">Keyed state and timers, or null.</param>
/// <param name="ManagedOperatorState">Operator state, or null.</param>
public sealed record OperatorSnapshot(KeyedStateHandle? ManagedKeyedState, OperatorStateHandle? ManagedOperatorState)
{
    /// <summary>Bytes of the streams.</summary>
    public long StateSize => StateStreams.Of(ManagedKeyedState, StateStreamRole.ManagedKeyed).Sum(stream => Math.Max(stream.Handle.Size, 0)) + (ManagedOperatorState?.Stream?.Size ?? 0);
}
