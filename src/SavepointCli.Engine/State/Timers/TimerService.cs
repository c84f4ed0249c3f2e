namespace SavepointCli.Engine.State.Timers;

/// <summary>A timer service of any namespace, as the backend advances it.</summary>
internal abstract class TimerService
{
    /// <summary>Fires every event-time timer up to the watermark, those registered meanwhile included.</summary>
    public abstract void AdvanceWatermark(long watermark);

    /// <summary>Takes the pending call of the clock back.</summary>
    public abstract void Close();
}
