using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks;

/// <summary>The wall clock of one task. Timers reach the task as mails, so they never run inside a record or a snapshot.</summary>
internal sealed class ProcessingTimeService(TimeProvider time, Mailbox mailbox) : IProcessingTimeService
{
    private bool _isQuiesced;

    /// <inheritdoc/>
    public long CurrentProcessingTime => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Fires no timer any more: those that are pending stay pending.</summary>
    public void Quiesce() => _isQuiesced = true;

    /// <inheritdoc/>
    public IDisposable RegisterTimer(long timestamp, Action<long> callback)
    {
        var registration = new Registration();
        var delay = Math.Clamp(timestamp - CurrentProcessingTime, 0, LongestDelay);
        registration.Timer = time.CreateTimer(
            _ => mailbox.Post(MailPriority.Normal, () => Fire(registration, timestamp, callback)),
            null, TimeSpan.FromMilliseconds(delay), Timeout.InfiniteTimeSpan);
        return registration;
    }

    // What a timer of .NET can wait for at most; a timer that fires too early is set again.
    private const long LongestDelay = uint.MaxValue - 1;

    private void Fire(Registration registration, long timestamp, Action<long> callback)
    {
        if (registration.IsDisposed || _isQuiesced)
        {
            return;
        }

        var left = timestamp - CurrentProcessingTime;
        if (left > 0)
        {
            registration.Timer!.Change(TimeSpan.FromMilliseconds(Math.Min(left, LongestDelay)), Timeout.InfiniteTimeSpan);
            return;
        }

        registration.Dispose();
        callback(timestamp);
    }

    private sealed class Registration : IDisposable
    {
        public ITimer? Timer { get; set; }

        public bool IsDisposed { get; private set; }

        public void Dispose()
        {
            IsDisposed = true;
            Timer?.Dispose();
        }
    }
}
