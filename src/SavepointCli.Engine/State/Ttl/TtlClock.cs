using SavepointCli.Format.Values;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.Ttl;

/// <summary>Says what of a state with time to live has expired. An entry lives until its last access plus the duration, by the wall clock.</summary>
internal sealed class TtlClock(StateTtlConfig config, TimeProvider time)
{
    private readonly long _lifetime = (long)config.TimeToLive.TotalMilliseconds;

    /// <summary>Milliseconds since the epoch.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Whether reading makes an entry live longer.</summary>
    public bool RenewsOnRead => config.Update == TtlUpdate.OnReadAndWrite;

    /// <summary>Whether an expired entry may be seen once before it goes.</summary>
    public bool ShowsExpired => config.Visibility == TtlVisibility.ReturnExpiredIfNotCleanedUp;

    /// <summary>The value with the current time.</summary>
    public TtlValue<T> Stamp<T>(T value) => new(Now, value);

    /// <summary>Whether the value has expired.</summary>
    public bool IsExpired<T>(TtlValue<T> value)
    {
        // An access time near the end of time must not wrap around into the past.
        var end = value.LastAccess > long.MaxValue - _lifetime ? long.MaxValue : value.LastAccess + _lifetime;
        return end <= Now;
    }
}
