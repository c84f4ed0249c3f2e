using SavepointCli.Engine.State.Tables;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Restore;

/// <summary>A restored state that the job has not registered: written again with its own description.</summary>
internal sealed class UndecodedTable(RestoredState state, SerializerSnapshot key, StateBackendContext context) : FrozenTable
{
    public override StateMeta Meta =>
        state.HasOneDescription ? state.Meta : throw RestoreFaults.Descriptions(context.OperatorName, state.Meta.Name);

    public override void WriteCanonical(int stateIndex, int keyGroup, int groupIndex, CanonicalKeyGroupWriter writer)
    {
        foreach (var entries in EntriesOf(groupIndex))
        {
            foreach (var entry in entries)
            {
                writer.WriteEntry(stateIndex, entry.Key, entry.Value);
            }
        }
    }

    public override void WriteHeap(int stateIndex, int keyGroup, int groupIndex, HeapKeyGroupWriter writer) =>
        new EntryForms(state.Meta, key, context).ToHeap(stateIndex, keyGroup, EntriesOf(groupIndex), writer);

    private IEnumerable<RestoredEntries> EntriesOf(int groupIndex) => state.Parts.Select(part => part[groupIndex]).OfType<RestoredEntries>();
}
