namespace SavepointCli.Streaming.Operators;

/// <summary>
/// Timers of the current key, per namespace, kept as keyed state under <c>_timer_state/event_&lt;service&gt;</c> and
/// <c>_timer_state/processing_&lt;service&gt;</c>. Mirrors <c>InternalTimerService</c>; implemented by the engine.
/// </summary>
public interface IInternalTimerService<in TNamespace>
{
    /// <summary>The wall clock in milliseconds since 1970 UTC.</summary>
    long CurrentProcessingTime { get; }

    /// <summary>The last watermark; <see cref="long.MinValue"/> before the first.</summary>
    long CurrentWatermark { get; }

    /// <summary>Fires when the watermark reaches <paramref name="timestamp"/>.</summary>
    void RegisterEventTimeTimer(TNamespace @namespace, long timestamp);

    /// <summary>Fires when the clock reaches <paramref name="timestamp"/>.</summary>
    void RegisterProcessingTimeTimer(TNamespace @namespace, long timestamp);

    /// <summary>Takes an event-time timer back, if it is there.</summary>
    void DeleteEventTimeTimer(TNamespace @namespace, long timestamp);

    /// <summary>Takes a processing-time timer back, if it is there.</summary>
    void DeleteProcessingTimeTimer(TNamespace @namespace, long timestamp);
}
