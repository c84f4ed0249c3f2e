namespace SavepointCli.Engine.State.Timers;

/// <summary>Keeps the timers of a queue a second time, where snapshots find them.</summary>
internal interface ITimerRecord<TKey, TNamespace>
{
    /// <summary>A timer was registered.</summary>
    void Added(TimerEntry<TKey, TNamespace> timer);

    /// <summary>A timer fired or was deleted.</summary>
    void Removed(TimerEntry<TKey, TNamespace> timer);
}
