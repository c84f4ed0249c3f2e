using SavepointCli.Engine.State.Codecs;
using SavepointCli.Format.Java;
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
    private readonly JavaDataWriter _key = new();
    private readonly JavaDataWriter _namespace = new();
    private readonly JavaDataWriter _value = new();

    public override StateMeta Meta => meta;

    public override void WriteCanonical(int stateIndex, int keyGroup, int groupIndex, CanonicalKeyGroupWriter writer)
    {
        var prefix = 0;
        StateCodec<TState>.EntrySink sink = (userKey, value) =>
        {
            _key.Truncate(prefix);
            _key.WriteBytes(userKey);
            writer.WriteEntry(stateIndex, _key.WrittenSpan, value);
        };
        foreach (ref readonly var entry in groups[groupIndex])
        {
            _key.Clear();
            var start = layout.Begin(_key, keyGroup);
            key.Write(_key, entry.Key);
            start = layout.EndPart(_key, start);
            @namespace.Write(_key, entry.Namespace);
            prefix = layout.EndPart(_key, start);
            codec.WriteCanonical(entry.State, _value, sink);
        }
    }

    public override void WriteHeap(int stateIndex, int keyGroup, int groupIndex, HeapKeyGroupWriter writer)
    {
        var group = groups[groupIndex];
        writer.StartState(stateIndex, group.Count);
        foreach (ref readonly var entry in group)
        {
            _namespace.Clear();
            @namespace.Write(_namespace, entry.Namespace);
            _key.Clear();
            key.Write(_key, entry.Key);
            _value.Clear();
            codec.WriteHeap(_value, entry.State);
            writer.WriteEntry(_namespace.WrittenSpan, _key.WrittenSpan, _value.WrittenSpan);
        }
    }
}
