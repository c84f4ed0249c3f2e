using SavepointCli.Format.Values;

namespace SavepointCli.Engine.Types;

/// <summary>
/// The types of <c>java.time</c> and their C# counterparts, which count in 100 ns and end with the year 9999. What they cannot
/// hold exactly is refused: a rounded value would come back as another one.
/// </summary>
internal static class JavaTime
{
    public const long NanosPerTick = 100;

    private const long TicksPerSecond = TimeSpan.TicksPerSecond;

    public static Instant ToInstant(DateTimeOffset value)
    {
        var ticks = value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        var second = Math.DivRem(ticks, TicksPerSecond, out var rest);
        return rest < 0
            ? new Instant(second - 1, (int)((rest + TicksPerSecond) * NanosPerTick))
            : new Instant(second, (int)(rest * NanosPerTick));
    }

    public static DateTimeOffset? FromInstant(Instant value) =>
        value.Nano % NanosPerTick == 0 && value.EpochSecond >= MinSecond && value.EpochSecond <= MaxSecond
            ? DateTimeOffset.FromUnixTimeSeconds(value.EpochSecond).AddTicks(value.Nano / NanosPerTick)
            : null;

    public static LocalDate ToLocalDate(DateOnly value) => new(value.Year, value.Month, value.Day);

    public static DateOnly? FromLocalDate(LocalDate value) =>
        value.Year is >= 1 and <= 9999 ? new DateOnly(value.Year, value.Month, value.Day) : null;

    public static LocalTime ToLocalTime(TimeOnly value) =>
        new(value.Hour, value.Minute, value.Second, (int)(value.Ticks % TicksPerSecond * NanosPerTick));

    public static TimeOnly? FromLocalTime(LocalTime value) => value.Nano % NanosPerTick == 0
        ? new TimeOnly(value.Hour, value.Minute, value.Second).Add(new TimeSpan(value.Nano / NanosPerTick))
        : null;

    public static LocalDateTime ToLocalDateTime(DateTime value) =>
        new(ToLocalDate(DateOnly.FromDateTime(value)), ToLocalTime(TimeOnly.FromDateTime(value)));

    public static DateTime? FromLocalDateTime(LocalDateTime value) =>
        FromLocalDate(value.Date) is { } date && FromLocalTime(value.Time) is { } time ? date.ToDateTime(time) : null;

    private static long MinSecond => DateTimeOffset.MinValue.ToUnixTimeSeconds();

    private static long MaxSecond => DateTimeOffset.MaxValue.ToUnixTimeSeconds();
}
