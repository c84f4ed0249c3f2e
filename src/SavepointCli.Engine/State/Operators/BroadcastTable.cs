using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Operators;

/// <summary>A broadcast state with its description.</summary>
internal sealed class BroadcastTable<TKey, TValue>(
    HeapBroadcastState<TKey, TValue> state, string name, TypeSerializer<TKey> key, TypeSerializer<TValue> value) : OperatorStateTable
    where TKey : notnull
{
    /// <summary>The state as the job sees it.</summary>
    public HeapBroadcastState<TKey, TValue> State => state;

    public override OperatorStateMode Mode => OperatorStateMode.Broadcast;

    public override FrozenOperatorTable Freeze() =>
        new Frozen(state.Copy(), StateMeta.ForBroadcast(name, key.Snapshot, value.Snapshot), key, value);

    private sealed class Frozen(
        Dictionary<TKey, TValue> map, StateMeta meta, TypeSerializer<TKey> keySerializer, TypeSerializer<TValue> valueSerializer)
        : FrozenOperatorTable
    {
        public override StateMeta Meta => meta;

        public override void Write(OperatorStateWriter writer)
        {
            var buffer = new JavaDataWriter();
            buffer.WriteInt32(map.Count);
            foreach (var (key, value) in map)
            {
                keySerializer.Write(buffer, key);
                valueSerializer.Write(buffer, value);
            }

            writer.WriteBroadcast(meta.Name, buffer.WrittenSpan);
        }
    }
}
