using SavepointCli.Engine.State;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tests.State.Timers;

/// <summary>A timer service of process functions and the timers that it fired.</summary>
internal sealed class FiredTimers<TKey> : ITriggerable<TKey, VoidNamespace>
{
    public const string Service = "user-timers";

    private readonly KeyedStateBackend<TKey> _backend;

    public FiredTimers(KeyedStateBackend<TKey> backend)
    {
        _backend = backend;
        Timers = backend.GetTimerService(Service, Streaming.Types.Types.VoidNamespace, Clock, this);
    }

    public ManualClock Clock { get; } = new();

    public IInternalTimerService<VoidNamespace> Timers { get; }

    public List<(long Timestamp, TKey Key)> EventTime { get; } = [];

    public List<(long Timestamp, TKey Key)> ProcessingTime { get; } = [];

    /// <summary>What to do when an event-time timer fires.</summary>
    public Action<long> Then { get; set; } = _ => { };

    public void OnEventTime(InternalTimer<TKey, VoidNamespace> timer)
    {
        EventTime.Add((timer.Timestamp, _backend.CurrentKey));
        Then(timer.Timestamp);
    }

    public void OnProcessingTime(InternalTimer<TKey, VoidNamespace> timer) => ProcessingTime.Add((timer.Timestamp, _backend.CurrentKey));
}
