using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Operators;

/// <summary>The timers of process functions: service <c>user-timers</c>, void namespace. Mirrors <c>SimpleTimerService</c>.</summary>
internal sealed class UserTimers(IInternalTimerService<VoidNamespace> timers) : ITimerService
{
    public const string ServiceName = "user-timers";

    public long CurrentProcessingTime => timers.CurrentProcessingTime;

    public long CurrentWatermark => timers.CurrentWatermark;

    public void RegisterEventTimeTimer(long timestamp) => timers.RegisterEventTimeTimer(default, timestamp);

    public void RegisterProcessingTimeTimer(long timestamp) => timers.RegisterProcessingTimeTimer(default, timestamp);

    public void DeleteEventTimeTimer(long timestamp) => timers.DeleteEventTimeTimer(default, timestamp);

    public void DeleteProcessingTimeTimer(long timestamp) => timers.DeleteProcessingTimeTimer(default, timestamp);
}
