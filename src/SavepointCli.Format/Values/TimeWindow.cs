namespace SavepointCli.Format.Values;

/// <summary>A time window, <c>[Start, End)</c> in milliseconds since the epoch.</summary>
/// <param name="Start">First millisecond.</param>
/// <param name="End">First millisecond behind the window.</param>
public readonly record struct TimeWindow(long Start, long End);
