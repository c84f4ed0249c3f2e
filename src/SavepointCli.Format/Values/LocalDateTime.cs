namespace SavepointCli.Format.Values;

/// <summary>A <c>java.time.LocalDateTime</c>.</summary>
/// <param name="Date">The day.</param>
/// <param name="Time">The time of the day.</param>
public readonly record struct LocalDateTime(LocalDate Date, LocalTime Time)
{
    private const long MillisPerDay = LocalTime.SecondsPerDay * 1000L;

    /// <summary>The time so many milliseconds and nanoseconds after 1970-01-01T00:00:00.</summary>
    /// <param name="epochMillis">Milliseconds, any number.</param>
    /// <param name="nanoOfMilli">0 to 999999.</param>
    public static LocalDateTime OfEpochMilli(long epochMillis, int nanoOfMilli = 0)
    {
        var day = Math.DivRem(epochMillis, MillisPerDay, out var milliOfDay);
        if (milliOfDay < 0)
        {
            milliOfDay += MillisPerDay;
            day--;
        }

        var nano = (int)(milliOfDay % 1000) * 1_000_000 + nanoOfMilli;
        return new LocalDateTime(LocalDate.OfEpochDay(day), LocalTime.OfSecondOfDay((int)(milliOfDay / 1000), nano));
    }

    /// <summary>Both ISO forms joined by <c>T</c>.</summary>
    public override string ToString() => $"{Date}T{Time}";
}
