using System.Globalization;

namespace SavepointCli.Engine.Configuration;

/// <summary>How Flink writes durations, booleans and numbers in its configuration.</summary>
internal static class ConfigValue
{
    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond), ("milli", TimeSpan.TicksPerMillisecond), ("millis", TimeSpan.TicksPerMillisecond),
        ("millisecond", TimeSpan.TicksPerMillisecond), ("milliseconds", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond), ("sec", TimeSpan.TicksPerSecond), ("secs", TimeSpan.TicksPerSecond),
        ("second", TimeSpan.TicksPerSecond), ("seconds", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute), ("min", TimeSpan.TicksPerMinute), ("minute", TimeSpan.TicksPerMinute),
        ("minutes", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour), ("hour", TimeSpan.TicksPerHour), ("hours", TimeSpan.TicksPerHour),
        ("d", TimeSpan.TicksPerDay), ("day", TimeSpan.TicksPerDay), ("days", TimeSpan.TicksPerDay),
    ];

    /// <summary>A number and a unit, e.g. <c>10 min</c>; a bare number is in milliseconds.</summary>
    public static TimeSpan Duration(string text)
    {
        var (number, unit) = SplitUnit(text);
        if (unit.Length == 0)
        {
            return TimeSpan.FromMilliseconds(number);
        }

        var ticks = Array.Find(Units, known => known.Unit == unit).Ticks;
        return ticks > 0 ? TimeSpan.FromTicks(checked(number * ticks)) : throw new FormatException($"unknown unit of time '{unit}'");
    }

    /// <summary><c>true</c> or <c>false</c>, any case.</summary>
    public static bool Boolean(string text) => bool.Parse(text.Trim());

    /// <summary>A decimal number.</summary>
    public static int Int32(string text) => int.Parse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>A decimal number with fraction.</summary>
    public static double Double(string text) => double.Parse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>A number and a unit of memory, e.g. <c>20kb</c>; a bare number is in bytes.</summary>
    public static int MemorySize(string text)
    {
        var (number, unit) = SplitUnit(text);
        var factor = unit switch
        {
            "" or "b" or "bytes" => 1,
            "k" or "kb" or "kibibytes" => 1 << 10,
            "m" or "mb" or "mebibytes" => 1 << 20,
            "g" or "gb" or "gibibytes" => 1 << 30,
            _ => throw new FormatException($"unknown unit of memory '{unit}'"),
        };
        return checked((int)(number * factor));
    }

    private static (long Number, string Unit) SplitUnit(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var digits = trimmed.IndexOfAnyExceptInRange('0', '9');
        var end = digits < 0 ? trimmed.Length : digits;
        var number = long.Parse(trimmed[..end], NumberStyles.None, CultureInfo.InvariantCulture);
        return (number, trimmed[end..].Trim().ToString().ToLowerInvariant());
    }
}
