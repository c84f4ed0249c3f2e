namespace SavepointCli.Streaming.Operators;

/// <summary>What a timer service calls when a timer fires; the key of the timer is the current one.</summary>
public interface ITriggerable<TKey, TNamespace>
{
    /// <summary>The watermark has reached the timer.</summary>
    void OnEventTime(InternalTimer<TKey, TNamespace> timer);

    /// <summary>The clock has reached the timer.</summary>
    void OnProcessingTime(InternalTimer<TKey, TNamespace> timer);
}
