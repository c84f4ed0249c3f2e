using SavepointCli.Engine.State.Timers;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Values;
using SavepointCli.RocksDb;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>Keeps the timers of a queue in a column family: all in the key, no value.</summary>
internal sealed class RocksDbTimerRecord<TKey, TNamespace>(
    RocksColumnFamily family, TimerSerializer<TKey, TNamespace> serializer, KeyGroupRange keyGroups, int prefixLength)
    : ITimerRecord<TKey, TNamespace>
{
    private readonly JavaDataWriter _key = new();

    public void Added(TimerEntry<TKey, TNamespace> timer) => family.Put(KeyOf(timer), []);

    public void Removed(TimerEntry<TKey, TNamespace> timer) => family.Remove(KeyOf(timer));

    private ReadOnlySpan<byte> KeyOf(TimerEntry<TKey, TNamespace> timer)
    {
        _key.Clear();
        KeyLayout.WriteKeyGroup(_key, keyGroups.Start + timer.GroupIndex, prefixLength);
        serializer.Write(_key, new Timer<TKey, TNamespace>(timer.Timestamp, timer.Key, timer.Namespace));
        return _key.WrittenSpan;
    }
}
