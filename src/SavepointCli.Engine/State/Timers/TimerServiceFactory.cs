using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Timers;

/// <summary>Gives the timer services of an operator: one per name, created at the first call and filled with the restored timers.</summary>
internal sealed class TimerServiceFactory<TKey>(KeyedBackendCore<TKey> core, KeyedStorage<TKey> storage)
{
    private readonly Dictionary<string, TimerService> _services = new(StringComparer.Ordinal);

    public IInternalTimerService<TNamespace> Get<TNamespace>(
        string name, TypeInformation<TNamespace> namespaceType, IProcessingTimeService clock, ITriggerable<TKey, TNamespace> triggerable)
    {
        if (!_services.TryGetValue(name, out var service))
        {
            var processingTime = storage.Timers(name, TimerStateNames.ProcessingTime(name), namespaceType);
            var eventTime = storage.Timers(name, TimerStateNames.EventTime(name), namespaceType);
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
}
