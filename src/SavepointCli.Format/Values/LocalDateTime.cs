namespace SavepointCli.Format.Values;

/// <summary>A <c>java.time.LocalDateTime</c>.</summary>
/// <param name="Date">The day.</param>
/// <param name="Time">The time of the day.</param>
public readonly record struct LocalDateTime(LocalDate Date, LocalTime Time)
{
    private const int NanosPerMilli = 1_000_000;
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

    /// <summary>Milliseconds since 1970-01-01T00:00:00, rounded down.</summary>
    public long ToEpochMilli()
    {
        var milliOfDay = ((Time.Hour * 60L + Time.Minute) * 60 + Time.Second) * 1000 + Time.Nano / NanosPerMilli;
        var day = Date.ToEpochDay();

        // Through the day after for days before 1970: the smallest number of milliseconds has a day that begins before it.
        return day < 0 ? checked((day + 1) * MillisPerDay + (milliOfDay - MillisPerDay)) : checked(day * MillisPerDay + milliOfDay);
    }

    /// <summary>Nanoseconds behind <see cref="ToEpochMilli"/>, 0 to 999999.</summary>
    public int NanoOfMilli => Time.Nano % NanosPerMilli;

    /// <summary>The point of time at which clocks in UTC show this.</summary>
    public Instant ToInstant()
    {
        var milli = Instant.OfEpochMilli(ToEpochMilli());
        return milli with { Nano = milli.Nano + NanoOfMilli };
    }

    /// <summary>Both ISO forms joined by <c>T</c>.</summary>
    public override string ToString() => $"{Date}T{Time}";
}
