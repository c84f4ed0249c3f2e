using System.Globalization;

namespace SavepointCli.Rendering;

/// <summary>Bytes for people: three digits at most and a binary unit.</summary>
internal static class ByteSizes
{
    private const double Step = 1024;
    private const double FirstWithoutFraction = 99.95;
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    public static string Text(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= Step - 0.5 && unit < Units.Length - 1)
        {
            size /= Step;
            unit++;
        }

        var format = unit == 0 || size >= FirstWithoutFraction ? "F0" : "F1";
        return size.ToString(format, CultureInfo.InvariantCulture) + Units[unit];
    }
}
