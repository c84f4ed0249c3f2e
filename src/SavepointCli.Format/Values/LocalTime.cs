using System.Globalization;

namespace SavepointCli.Format.Values;

/// <summary>A <c>java.time.LocalTime</c>.</summary>
/// <param name="Hour">0 to 23.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="Second">0 to 59.</param>
/// <param name="Nano">Nanoseconds of the second.</param>
public readonly record struct LocalTime(int Hour, int Minute, int Second, int Nano)
{
    internal const int NanosPerSecond = 1_000_000_000;
    internal const int SecondsPerDay = 86_400;

    /// <summary>Whether a day has this time.</summary>
    public bool IsValid =>
        Hour is >= 0 and < 24 && Minute is >= 0 and < 60 && Second is >= 0 and < 60 && Nano is >= 0 and < NanosPerSecond;

    /// <summary>The time so many seconds after midnight.</summary>
    public static LocalTime OfSecondOfDay(int second, int nano) => new(second / 3600, second / 60 % 60, second % 60, nano);

    /// <summary>ISO form: seconds always, the fraction only as long as needed.</summary>
    public override string ToString()
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"{Hour:D2}:{Minute:D2}:{Second:D2}");
        return Nano == 0 ? time : time + string.Create(CultureInfo.InvariantCulture, $".{Nano:D9}").TrimEnd('0');
    }
}
