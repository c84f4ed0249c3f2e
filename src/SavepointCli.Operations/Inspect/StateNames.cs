using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Inspect;

/// <summary>Names the states of an operator from the heads of its streams; no entry is read.</summary>
internal sealed class StateNames(StateHeads heads)
{
    /// <summary>
    /// Each state once. Operator states of all subtasks, which the metadata name; keyed states of the subtask with the most keyed state:
    /// one head is read for an operator, however many subtasks it has.
    /// </summary>
    /// <exception cref="SavepointException">A stream is missing or damaged.</exception>
    public ImmutableArray<InspectedState> Of(OperatorState state)
    {
        var operatorStates = state.Subtasks.SelectMany(subtask => subtask.ManagedOperatorState?.States ?? []).Select(Named);
        var keyed = state.Subtasks.Select(subtask => subtask.ManagedKeyedState).MaxBy(BytesOf);
        return [.. operatorStates.Concat(heads.Of(keyed).SelectMany(head => head.States).Select(Named)).Distinct()];
    }

    private static long BytesOf(KeyedStateHandle? handle) => handle switch
    {
        null => -1,
        KeyGroupsHandle keyGroups => Math.Max(keyGroups.Stream?.Size ?? 0, 0),
        _ => StateStreams.Of(handle, StateStreamRole.ManagedKeyed).Sum(stream => Math.Max(stream.Handle.Size, 0)),
    };

    private static InspectedState Named(OperatorStateOffsets state) => new(state.Name, state.Mode switch
    {
        OperatorStateMode.Union => InspectedStateKind.Union,
        OperatorStateMode.Broadcast => InspectedStateKind.Broadcast,
        _ => InspectedStateKind.Split,
    });

    private static InspectedState Named(StateMeta state) =>
        new(state.Name, state.Kind == BackendStateType.PriorityQueue ? InspectedStateKind.Timers : InspectedStateKind.Keyed);
}
