using SavepointCli.Engine.State.Codecs;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Tables;

/// <summary>A registered state as a snapshot saw it.</summary>
internal sealed class FrozenStateTable<TKey, TNamespace, TState>(
    StateMapView<TKey, TNamespace, TState>[] groups,
    StateMeta meta,
    KeyLayout layout,
    TypeSerializer<TKey> key,
    TypeSerializer<TNamespace> @namespace,
    StateCodec<TState> codec) : FrozenTable
{
    private readonly EntryBuffers _buffers = new();

    public override StateMeta Meta => meta;

    public override void WriteCanonical(int stateIndex, int keyGroup, int groupIndex, CanonicalKeyGroupWriter writer)
    {
        var prefix = 0;
        StateCodec<TState>.EntrySink sink = (userKey, value) =>
        {
            _buffers.Key.Truncate(prefix);
            _buffers.Key.WriteBytes(userKey);
            writer.WriteEntry(stateIndex, _buffers.Key.WrittenSpan, value);
        };
        foreach (ref readonly var entry in groups[groupIndex])
        {
            _buffers.Key.Clear();
            var start = layout.Begin(_buffers.Key, keyGroup);
            key.Write(_buffers.Key, entry.Key);
            start = layout.EndPart(_buffers.Key, start);
            @namespace.Write(_buffers.Key, entry.Namespace);
            prefix = layout.EndPart(_buffers.Key, start);
            codec.WriteCanonical(entry.State, _buffers, sink);
        }
    }

    public override void WriteHeap(int stateIndex, int keyGroup, int groupIndex, HeapKeyGroupWriter writer)
    {
        var group = groups[groupIndex];
        writer.StartState(stateIndex, group.Count);
        foreach (ref readonly var entry in group)
        {
            _buffers.Namespace.Clear();
            @namespace.Write(_buffers.Namespace, entry.Namespace);
            _buffers.Key.Clear();
            key.Write(_buffers.Key, entry.Key);
            _buffers.Value.Clear();
            codec.WriteHeap(_buffers.Value, entry.State);
            writer.WriteEntry(_buffers.Namespace.WrittenSpan, _buffers.Key.WrittenSpan, _buffers.Value.WrittenSpan);
        }
    }
}
