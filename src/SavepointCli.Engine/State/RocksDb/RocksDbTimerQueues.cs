using SavepointCli.Engine.State.Timers;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.RocksDb;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>Creates queues of timers that work in memory and are kept in the database as well.</summary>
internal sealed class RocksDbTimerQueues<TKey>(KeyedBackendCore<TKey> core, RocksDbStateDatabase database)
{
    private readonly int _prefixLength = KeyGroups.PrefixBytes(core.Context.MaxParallelism);

    /// <summary>Creates a queue and fills it with the timers that the database has.</summary>
    public TimerQueue<TKey, TNamespace> Create<TNamespace>(string service, string state, TypeInformation<TNamespace> namespaceType)
    {
        var queue = new TimerQueue<TKey, TNamespace>(core.Equality.Comparer);
        var serializer = TimerSerializer.Of(core.KeySerializer, SerializerResolver.Fresh(namespaceType));
        if (database.Find(state) is { } restored)
        {
            Fill(queue, database.FamilyOf(restored), RestoredTimers.SerializerOf(core, restored.ValueSerializer, service, namespaceType));
        }

        var family = database.Register(StateMeta.ForPriorityQueue(state, serializer.Snapshot));
        queue.Record = new RocksDbTimerRecord<TKey, TNamespace>(family, serializer, core.Context.KeyGroups, _prefixLength);
        return queue;
    }

    private void Fill<TNamespace>(TimerQueue<TKey, TNamespace> queue, RocksColumnFamily family, TimerSerializer<TKey, TNamespace> serializer)
    {
        var range = core.Context.KeyGroups;
        using var entries = family.Iterate();
        for (var found = entries.Seek(KeyLayout.PrefixOf(range.Start, _prefixLength)); found; found = entries.Next())
        {
            var keyGroup = KeyLayout.ReadKeyGroup(entries.Key, _prefixLength);
            if (keyGroup > range.End)
            {
                return;
            }

            var reader = new JavaDataReader(entries.Key[_prefixLength..]);
            var timer = serializer.Read(ref reader);
            queue.Add(new TimerEntry<TKey, TNamespace>(
                timer.Timestamp, timer.Key, timer.Namespace, core.HashOfRestored(timer.Key, keyGroup), keyGroup - range.Start));
        }
    }
}
