using System.Globalization;

namespace SavepointCli.Format.Values;

/// <summary>A <c>java.time.LocalDate</c> of the proleptic ISO calendar.</summary>
/// <param name="Year">-999999999 to 999999999.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to the length of the month.</param>
public readonly record struct LocalDate(int Year, int Month, int Day)
{
    private const int MaxYear = 999_999_999;
    private const int DaysPer400Years = 146_097;

    // Days from 0000-03-01 to 1970-01-01; years that start in March put the leap day at their end.
    private const int DaysFromMarchOfYear0ToEpoch = 719_468;

    /// <summary>Whether the calendar has this day.</summary>
    public bool IsValid => Year is >= -MaxYear and <= MaxYear && Month is >= 1 and <= 12 && Day >= 1 && Day <= LengthOfMonth;

    private bool IsLeapYear => Year % 4 == 0 && (Year % 100 != 0 || Year % 400 == 0);

    private int LengthOfMonth => Month switch
    {
        2 => IsLeapYear ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>The day so many days after 1970-01-01.</summary>
    public static LocalDate OfEpochDay(long epochDay)
    {
        var days = epochDay + DaysFromMarchOfYear0ToEpoch;
        var era = Math.DivRem(days, DaysPer400Years, out var dayOfEra);
        if (dayOfEra < 0)
        {
            dayOfEra += DaysPer400Years;
            era--;
        }

        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (5 * dayOfYear + 2) / 153;
        var day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        return new LocalDate((int)(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), (int)month, (int)day);
    }

    /// <summary>Days since 1970-01-01.</summary>
    public long ToEpochDay()
    {
        long year = Month <= 2 ? Year - 1 : Year;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - era * 400;
        var monthFromMarch = Month > 2 ? Month - 3 : Month + 9;
        var dayOfYear = (153 * monthFromMarch + 2) / 5 + Day - 1;
        var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DaysPer400Years + dayOfEra - DaysFromMarchOfYear0ToEpoch;
    }

    /// <summary>ISO form; years beyond four digits with a sign, as Java prints them.</summary>
    public override string ToString()
    {
        var year = Year switch
        {
            > 9999 => string.Create(CultureInfo.InvariantCulture, $"+{Year}"),
            < 0 => string.Create(CultureInfo.InvariantCulture, $"-{-Year:D4}"),
            _ => Year.ToString("D4", CultureInfo.InvariantCulture),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{Month:D2}-{Day:D2}");
    }
}
