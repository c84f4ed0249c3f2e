namespace SavepointCli.Format.Values;

/// <summary>A point of time: <c>java.time.Instant</c>, and what <c>java.util.Date</c> and the <c>java.sql</c> types hold.</summary>
/// <param name="EpochSecond">Seconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Nano">0 to 999999999, counted forwards also before 1970.</param>
public readonly record struct Instant(long EpochSecond, int Nano)
{
    private const long MaxSecond = 31_556_889_864_403_199;
    private const long MinSecond = -31_557_014_167_219_200;

    /// <summary>Whether Java's <c>Instant</c> reaches this far.</summary>
    public bool IsValid => EpochSecond is >= MinSecond and <= MaxSecond && Nano is >= 0 and < LocalTime.NanosPerSecond;

    /// <summary>The point so many milliseconds after 1970-01-01T00:00:00Z.</summary>
    public static Instant OfEpochMilli(long millis)
    {
        var second = Math.DivRem(millis, 1000, out var milli);
        return milli < 0 ? new Instant(second - 1, (int)(milli + 1000) * 1_000_000) : new Instant(second, (int)milli * 1_000_000);
    }

    /// <summary>Milliseconds since 1970-01-01T00:00:00Z, rounded down.</summary>
    /// <exception cref="OverflowException">The number does not fit 64 bits.</exception>
    public long ToEpochMilli() => EpochSecond < 0
        ? checked((EpochSecond + 1) * 1000 + (Nano / 1_000_000 - 1000))
        : checked(EpochSecond * 1000 + Nano / 1_000_000);

    /// <summary>ISO form in UTC, e.g. <c>1969-12-31T23:59:59.000000005Z</c>.</summary>
    public override string ToString()
    {
        var day = Math.DivRem(EpochSecond, LocalTime.SecondsPerDay, out var second);
        if (second < 0)
        {
            second += LocalTime.SecondsPerDay;
            day--;
        }

        return $"{LocalDate.OfEpochDay(day)}T{LocalTime.OfSecondOfDay((int)second, Nano)}Z";
    }
}
