using SavepointCli.Engine.State.Restore;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Timers;

/// <summary>Gives the timer services of an operator: one per name, created at the first call and filled with the restored timers.</summary>
internal sealed class TimerServiceFactory<TKey>(KeyedBackendCore<TKey> core)
{
    private readonly Dictionary<string, TimerService> _services = new(StringComparer.Ordinal);

    public IInternalTimerService<TNamespace> Get<TNamespace>(
        string name, TypeInformation<TNamespace> namespaceType, IProcessingTimeService clock, ITriggerable<TKey, TNamespace> triggerable)
    {
        if (!_services.TryGetValue(name, out var service))
        {
            var processingTime = Queue(name, TimerStateNames.ProcessingTime(name), namespaceType);
            var eventTime = Queue(name, TimerStateNames.EventTime(name), namespaceType);
            service = new TimerService<TKey, TNamespace>(core.Current, eventTime, processingTime, clock, triggerable);
            _services.Add(name, service);
        }

        return service as IInternalTimerService<TNamespace> ?? throw new InvalidOperationException(
            $"timer service '{name}' of operator '{core.Context.OperatorName}' was created before with another type of namespaces");
    }

    public void AdvanceWatermark(long watermark)
    {
        foreach (var service in _services.Values)
        {
            service.AdvanceWatermark(watermark);
        }
    }

    public void Close()
    {
        foreach (var service in _services.Values)
        {
            service.Close();
        }
    }

    private TimerQueue<TKey, TNamespace> Queue<TNamespace>(string service, string state, TypeInformation<TNamespace> namespaceType)
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
        var snapshot = part.Meta.ValueSerializer;
        var keys = SerializerResolver.Resolve(core.KeyType, ResolvedSerializer.Part(snapshot, 0));
        var namespaces = SerializerResolver.Resolve(namespaceType, ResolvedSerializer.Part(snapshot, 1));
        var serializer = TimerSerializer.Of(keys.Reader, namespaces.Reader);
        var own = ResolvedSerializer.OfSameClass(serializer, snapshot);
        if (ResolvedSerializer.Worst(own, ResolvedSerializer.Worst(keys.Compatibility, namespaces.Compatibility)) != Compatibility.AsIs)
        {
            throw RestoreFaults.Timers(core.Context.OperatorName, service, snapshot, serializer.Snapshot);
        }

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
