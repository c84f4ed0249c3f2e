using System.Collections.Frozen;
using System.Globalization;
using System.Xml;

namespace SavepointCli.Cluster.Configuration;

/// <summary>
/// Durations as Flink's <c>TimeUtils</c> reads them: digits, optional blanks, optional unit; without unit milliseconds. ISO-8601
/// (<c>PT1M</c>) as in Flink 2 is taken too.
/// </summary>
public static class FlinkDuration
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;
    private const int NanosecondsPerTick = 100;

    private static readonly FrozenDictionary<string, long> TicksByUnit = new (long Ticks, string[] Units)[]
    {
        (TimeSpan.TicksPerDay, ["d", "day", "days"]),
        (TimeSpan.TicksPerHour, ["h", "hour", "hours"]),
        (TimeSpan.TicksPerMinute, ["m", "min", "minute", "minutes"]),
        (TimeSpan.TicksPerSecond, ["s", "sec", "secs", "second", "seconds"]),
        (TimeSpan.TicksPerMillisecond, ["", "ms", "milli", "millis", "millisecond", "milliseconds"]),
        (TicksPerMicrosecond, ["µs", "micro", "micros", "microsecond", "microseconds"]),
    }
    .SelectMany(entry => entry.Units.Select(unit => KeyValuePair.Create(unit, entry.Ticks)))
    .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Nanoseconds =
        new[] { "ns", "nano", "nanos", "nanosecond", "nanoseconds" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a duration; false if the text is none or does not fit.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var trimmed = text.Trim();
        if (trimmed.StartsWith("P", StringComparison.OrdinalIgnoreCase)) return TryParseIso(trimmed.ToUpperInvariant(), out duration);

        var digits = trimmed.TakeWhile(char.IsAsciiDigit).Count();
        if (!long.TryParse(trimmed.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)) return false;

        var unit = trimmed[digits..].Trim();
        if (Nanoseconds.Contains(unit))
        {
            duration = TimeSpan.FromTicks(amount / NanosecondsPerTick);
            return true;
        }

        if (!TicksByUnit.TryGetValue(unit, out var ticks) || amount > TimeSpan.MaxValue.Ticks / ticks) return false;
        duration = TimeSpan.FromTicks(amount * ticks);
        return true;
    }

    private static bool TryParseIso(string text, out TimeSpan duration)
    {
        duration = default;
        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return duration >= TimeSpan.Zero;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }
}
