namespace SavepointCli.Streaming;

/// <summary>How records get timestamps and how watermarks follow from them. Mirrors <c>WatermarkStrategy</c>.</summary>
public sealed class WatermarkStrategy<T>
{
    internal WatermarkStrategy()
    {
    }

    /// <summary>Takes the timestamp from a record, given the one it has so far; null to keep that one.</summary>
    internal Func<T, long?, long>? TimestampAssigner { get; private init; }

    /// <summary>How far a record may lie behind the latest one; null for no watermarks.</summary>
    internal TimeSpan? OutOfOrderness { get; init; }

    /// <summary>After how long without records a subtask no longer holds the watermark back; null for never.</summary>
    internal TimeSpan? IdleTimeout { get; private init; }

    /// <summary>The same with timestamps taken from the records, in milliseconds since 1970 UTC.</summary>
    public WatermarkStrategy<T> WithTimestampAssigner(Func<T, long> assigner) => new()
    {
        TimestampAssigner = (record, _) => assigner(record),
        OutOfOrderness = OutOfOrderness,
        IdleTimeout = IdleTimeout,
    };

    /// <summary>The same for inputs in which a subtask may be without records for long.</summary>
    public WatermarkStrategy<T> WithIdleness(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        return new() { TimestampAssigner = TimestampAssigner, OutOfOrderness = OutOfOrderness, IdleTimeout = timeout };
    }
}
