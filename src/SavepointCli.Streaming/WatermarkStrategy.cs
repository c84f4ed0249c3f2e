namespace SavepointCli.Streaming;

/// <summary>The usual strategies. Mirrors the static methods of Flink's <c>WatermarkStrategy</c>.</summary>
public static class WatermarkStrategy
{
    /// <summary>No watermarks but the one at the end of the input.</summary>
    public static WatermarkStrategy<T> NoWatermarks<T>() => new();

    /// <summary>For timestamps that never decrease within a subtask.</summary>
    public static WatermarkStrategy<T> ForMonotonousTimestamps<T>() => ForBoundedOutOfOrderness<T>(TimeSpan.Zero);

    /// <summary>For timestamps that lie at most <paramref name="outOfOrderness"/> behind the latest one.</summary>
    public static WatermarkStrategy<T> ForBoundedOutOfOrderness<T>(TimeSpan outOfOrderness)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outOfOrderness, TimeSpan.Zero);
        return new WatermarkStrategy<T> { OutOfOrderness = outOfOrderness };
    }
}
