using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>How many bytes of state handles stand for; streams of unknown size count as none.</summary>
internal static class StateSizes
{
    public static long Of(OperatorState state) => Of(state.CoordinatorState) + state.Subtasks.Sum(Of);

    public static long Of(SubtaskState subtask) =>
        Of(subtask.ManagedOperatorState?.Stream) + Of(subtask.RawOperatorState?.Stream)
        + Of(subtask.ManagedKeyedState) + Of(subtask.RawKeyedState)
        + subtask.InputChannelStates.Concat(subtask.ResultSubpartitionStates).Sum(channel => Of(channel.Stream));

    /// <summary>Whether an operator of a snapshot holds anything that would be lost if nobody took it over.</summary>
    public static bool HasState(OperatorState state) =>
        state.CoordinatorState is not null || state.Subtasks.Any(HasState);

    private static bool HasState(SubtaskState subtask) =>
        subtask.ManagedOperatorState is not null || subtask.RawOperatorState is not null
        || subtask.ManagedKeyedState is not null || subtask.RawKeyedState is not null
        || !subtask.InputChannelStates.IsEmpty || !subtask.ResultSubpartitionStates.IsEmpty;

    private static long Of(KeyedStateHandle? handle) => StateStreams.Of(handle, StateStreamRole.ManagedKeyed).Sum(stream => Of(stream.Handle));

    private static long Of(StreamHandle? stream) => Math.Max(stream?.Size ?? 0, 0);
}
