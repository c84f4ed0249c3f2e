using SavepointCli.Engine.State.Restore;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Timers;

/// <summary>Creates the queues of timers of the heap backend.</summary>
internal sealed class HeapTimerQueues<TKey>(KeyedBackendCore<TKey> core)
{
    /// <summary>Creates a queue and fills it with the restored timers.</summary>
    public TimerQueue<TKey, TNamespace> Create<TNamespace>(string service, string state, TypeInformation<TNamespace> namespaceType)
    {
        var queue = new TimerQueue<TKey, TNamespace>(core.Equality.Comparer);
        var serializer = TimerSerializer.Of(core.KeySerializer, SerializerResolver.Fresh(namespaceType));
        foreach (var part in core.Restored.Find(state, isQueue: true)?.Parts ?? [])
        {
            Fill(queue, part, service, namespaceType);
        }

        core.Restored.TryTake(state, isQueue: true, out _);
        var meta = StateMeta.ForPriorityQueue(state, serializer.Snapshot);
        core.Tables.Add(new TimerTable<TKey, TNamespace>(queue, meta, serializer, core.Context.KeyGroups.Count, core.Context.MaxParallelism));
        return queue;
    }

    private void Fill<TNamespace>(
        TimerQueue<TKey, TNamespace> queue, RestoredPart part, string service, TypeInformation<TNamespace> namespaceType)
    {
        var serializer = RestoredTimers.SerializerOf(core, part.Meta.ValueSerializer, service, namespaceType);
        var prefix = KeyGroups.PrefixBytes(core.Context.MaxParallelism);
        for (var group = 0; group < core.Context.KeyGroups.Count; group++)
        {
            foreach (var entry in part[group] ?? new RestoredEntries())
            {
                var reader = new JavaDataReader(entry.Key[prefix..]);
                var timer = serializer.Read(ref reader);
                queue.Add(new TimerEntry<TKey, TNamespace>(
                    timer.Timestamp, timer.Key, timer.Namespace, core.HashOfRestored(timer.Key, core.Context.KeyGroups.Start + group), group));
            }
        }
    }
}
