using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.State.Timers;

/// <summary>Two queues of timers and the callbacks that fire them. Mirrors <c>InternalTimerServiceImpl</c>.</summary>
internal sealed class TimerService<TKey, TNamespace> : TimerService, IInternalTimerService<TNamespace>
{
    private readonly KeyContext<TKey> _context;
    private readonly TimerQueue<TKey, TNamespace> _eventTime;
    private readonly TimerQueue<TKey, TNamespace> _processingTime;
    private readonly IProcessingTimeService _clock;
    private readonly ITriggerable<TKey, TNamespace> _triggerable;
    private IDisposable? _nextCall;
    private long _nextCallAt;

    public TimerService(
        KeyContext<TKey> context,
        TimerQueue<TKey, TNamespace> eventTime,
        TimerQueue<TKey, TNamespace> processingTime,
        IProcessingTimeService clock,
        ITriggerable<TKey, TNamespace> triggerable)
    {
        _context = context;
        _eventTime = eventTime;
        _processingTime = processingTime;
        _clock = clock;
        _triggerable = triggerable;
        ScheduleNextCall();
    }

    public long CurrentProcessingTime => _clock.CurrentProcessingTime;

    public long CurrentWatermark { get; private set; } = long.MinValue;

    public void RegisterEventTimeTimer(TNamespace @namespace, long timestamp) => _eventTime.Add(Entry(@namespace, timestamp));

    public void RegisterProcessingTimeTimer(TNamespace @namespace, long timestamp)
    {
        if (_processingTime.Add(Entry(@namespace, timestamp)) && (_nextCall is null || timestamp < _nextCallAt))
        {
            ScheduleNextCall();
        }
    }

    public void DeleteEventTimeTimer(TNamespace @namespace, long timestamp) => _eventTime.Remove(Entry(@namespace, timestamp));

    public void DeleteProcessingTimeTimer(TNamespace @namespace, long timestamp) => _processingTime.Remove(Entry(@namespace, timestamp));

    public override void AdvanceWatermark(long watermark)
    {
        CurrentWatermark = watermark;
        while (_eventTime.First is { } timer && timer.Timestamp <= watermark)
        {
            _eventTime.Remove(timer);
            _context.Set(timer.Key, timer.Hash, timer.GroupIndex);
            _triggerable.OnEventTime(new InternalTimer<TKey, TNamespace>(timer.Timestamp, timer.Key, timer.Namespace));
        }
    }

    public override void Close() => _nextCall?.Dispose();

    private void OnProcessingTime(long time)
    {
        _nextCall = null;
        while (_processingTime.First is { } timer && timer.Timestamp <= time)
        {
            _processingTime.Remove(timer);
            _context.Set(timer.Key, timer.Hash, timer.GroupIndex);
            _triggerable.OnProcessingTime(new InternalTimer<TKey, TNamespace>(timer.Timestamp, timer.Key, timer.Namespace));
        }

        ScheduleNextCall();
    }

    private void ScheduleNextCall()
    {
        if (_processingTime.First is not { } first)
        {
            return;
        }

        _nextCall?.Dispose();
        _nextCallAt = first.Timestamp;
        _nextCall = _clock.RegisterTimer(first.Timestamp, OnProcessingTime);
    }

    private TimerEntry<TKey, TNamespace> Entry(TNamespace @namespace, long timestamp) =>
        new(timestamp, _context.RequireKey(), @namespace, _context.Hash, _context.GroupIndex);
}
