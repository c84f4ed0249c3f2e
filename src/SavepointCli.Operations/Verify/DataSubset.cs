using System.Globalization;

namespace SavepointCli.Operations.Verify;

/// <summary>
/// A part of the data: the n-th of so many slices, which together are all of it, or about so many percent, chosen anew each time. What is
/// dealt out are key groups, streams of operator state and RocksDB databases.
/// </summary>
/// <param name="Slice">Number of the slice, from 1; 0 for a share by chance.</param>
/// <param name="Of">Number of slices.</param>
/// <param name="Percent">The share by chance.</param>
public readonly record struct DataSubset(int Slice, int Of, double Percent)
{
    private const double All = 100;

    /// <summary>Parses <c>2/7</c> or <c>5%</c>.</summary>
    /// <exception cref="SavepointException">The text is neither.</exception>
    public static DataSubset Parse(string text)
    {
        if (text.EndsWith('%')
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and <= All)
        {
            return new DataSubset(Slice: 0, Of: 0, percent);
        }

        return text.Split('/') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var slice)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            && slice >= 1 && slice <= of
            ? new DataSubset(slice, of, Percent: 0)
            : throw new SavepointException(
                ExitCode.Usage, $"'{text}' is no part of the data", "write a slice, e.g. 1/7 to 7/7 on the days of a week, or a share, e.g. 5%");
    }

    /// <summary>Whether an item belongs to the part.</summary>
    /// <param name="index">Its number, counted over the whole snapshot.</param>
    /// <param name="chance">A number from 0 to 1 drawn for the item.</param>
    public bool Contains(long index, double chance) => Of > 0 ? index % Of == Slice - 1 : chance * All < Percent;

    /// <inheritdoc/>
    public override string ToString() => Of > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Slice}/{Of}")
        : string.Create(CultureInfo.InvariantCulture, $"{Percent}%");
}
