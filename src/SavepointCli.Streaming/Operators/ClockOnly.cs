using SavepointCli.Streaming.Functions;

namespace SavepointCli.Streaming.Operators;

/// <summary>The timer service of a stream without key: it tells the time, but timers belong to keys.</summary>
internal sealed class ClockOnly(IOperatorContext context, Func<Watermark> watermark) : ITimerService
{
    public long CurrentProcessingTime => context.ProcessingTimeService.CurrentProcessingTime;

    public long CurrentWatermark => watermark().Timestamp;

    public void RegisterEventTimeTimer(long timestamp) => throw NeedsKey();

    public void RegisterProcessingTimeTimer(long timestamp) => throw NeedsKey();

    public void DeleteEventTimeTimer(long timestamp) => throw NeedsKey();

    public void DeleteProcessingTimeTimer(long timestamp) => throw NeedsKey();

    private InvalidOperationException NeedsKey() =>
        new($"Operator '{context.OperatorName}' has no timers: they belong to keys, and its input is not keyed. Call KeyBy before it.");
}
