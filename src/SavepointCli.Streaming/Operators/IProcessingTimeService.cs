namespace SavepointCli.Streaming.Operators;

/// <summary>The wall clock of a task. Mirrors <c>ProcessingTimeService</c>; implemented by the engine.</summary>
public interface IProcessingTimeService
{
    /// <summary>Milliseconds since 1970 UTC.</summary>
    long CurrentProcessingTime { get; }

    /// <summary>
    /// Calls back on the task's thread, between two records, once the clock has reached <paramref name="timestamp"/>; disposing
    /// what is returned takes it back.
    /// </summary>
    IDisposable RegisterTimer(long timestamp, Action<long> callback);
}
