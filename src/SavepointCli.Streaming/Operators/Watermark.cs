namespace SavepointCli.Streaming.Operators;

/// <summary>Says that no record with this timestamp or an earlier one will follow.</summary>
/// <param name="Timestamp">Milliseconds since 1970 UTC.</param>
public readonly record struct Watermark(long Timestamp)
{
    /// <summary>The end of time: emitted when the input ends or the job is drained.</summary>
    public static Watermark Max { get; } = new(long.MaxValue);

    /// <summary>What holds before the first watermark.</summary>
    public static Watermark None { get; } = new(long.MinValue);
}
