namespace SavepointCli.Streaming.Functions;

/// <summary>
/// The clocks of an operator and the timers of the current key. A timer is identified by key, domain and timestamp: registering
/// it twice fires it once. Times are milliseconds since 1970 UTC. Mirrors <c>TimerService</c>.
/// </summary>
public interface ITimerService
{
    /// <summary>The wall clock.</summary>
    long CurrentProcessingTime { get; }

    /// <summary>The last watermark; <see cref="long.MinValue"/> before the first.</summary>
    long CurrentWatermark { get; }

    /// <summary>Fires when the watermark reaches <paramref name="timestamp"/>.</summary>
    void RegisterEventTimeTimer(long timestamp);

    /// <summary>Fires when the clock reaches <paramref name="timestamp"/>.</summary>
    void RegisterProcessingTimeTimer(long timestamp);

    /// <summary>Takes an event-time timer back, if it is there.</summary>
    void DeleteEventTimeTimer(long timestamp);

    /// <summary>Takes a processing-time timer back, if it is there.</summary>
    void DeleteProcessingTimeTimer(long timestamp);
}
