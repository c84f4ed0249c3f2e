using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Export;

/// <summary>The types of all states of the operators that are to be exported, from the heads of their streams.</summary>
internal sealed class StateTypeTable
{
    private readonly Dictionary<(OperatorId, string), StateTypes> _types = [];
    private readonly Dictionary<OperatorId, SerializerSnapshot> _keys = [];

    public StateTypeTable(Snapshot snapshot, IEnumerable<OperatorState> operators)
    {
        var heads = new StateHeads(snapshot.Streams);
        foreach (var state in operators)
        {
            foreach (var subtask in state.Subtasks)
            {
                try
                {
                    Add(state.Id, subtask, heads, snapshot.Metadata.Kryo);
                }
                catch (SavepointException)
                {
                    // Reading the entries meets the same fault and reports it; here it only means that nothing is known.
                }
            }
        }
    }

    /// <summary>The types of a state.</summary>
    public StateTypes Of(StateEntry entry) => _types.TryGetValue((entry.OperatorId, entry.State), out var known)
        ? known
        : new StateTypes(entry.Kind, _keys.GetValueOrDefault(entry.OperatorId), null, null, false);

    private void Add(OperatorId id, SubtaskState subtask, StateHeads heads, KryoVersion kryo)
    {
        if (heads.Of(subtask.ManagedOperatorState) is { } head)
        {
            foreach (var meta in head.ListStates.Concat(head.BroadcastStates))
            {
                var kind = meta.Kind == BackendStateType.Broadcast ? StateEntryKind.Broadcast : StateEntryKind.Split;
                _types.TryAdd((id, meta.Name), StateTypes.Of(kind, meta.KeySerializer, space: null, meta.ValueSerializer));
            }
        }

        foreach (var keyed in heads.Of(subtask.ManagedKeyedState))
        {
            _keys.TryAdd(id, keyed.KeySerializer);
            foreach (var meta in keyed.States)
            {
                var kind = new KeyedStateTypes(keyed, meta, kryo).Kind;
                _types.TryAdd((id, meta.Name), StateTypes.Of(kind, keyed.KeySerializer, meta.NamespaceSerializer, ValueOf(meta, kind)));
            }
        }
    }

    /// <summary>Of lists and maps the whole is the value, and that has no column type.</summary>
    private static SerializerSnapshot? ValueOf(StateMeta meta, StateEntryKind kind) =>
        kind is StateEntryKind.List or StateEntryKind.Map ? null : meta.ValueSerializer;
}
