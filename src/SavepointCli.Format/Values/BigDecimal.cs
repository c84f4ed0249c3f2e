using System.Globalization;

namespace SavepointCli.Format.Values;

/// <summary>
/// A <c>java.math.BigDecimal</c>: <c>unscaled × 10^-scale</c>. 1.0 and 1.00 are different values, as in Java's <c>equals</c>.
/// </summary>
/// <param name="Unscaled">All digits.</param>
/// <param name="Scale">Digits behind the point; negative: zeros in front of it.</param>
public readonly record struct BigDecimal(JavaBigInteger Unscaled, int Scale)
{
    /// <summary>Most digits or zeros that <see cref="ToString"/> writes out before it changes to an exponent.</summary>
    /// <remarks>A stored scale can be two thousand million; nobody wants to see as many zeros.</remarks>
    public const int MaxPlainScale = 10_000;

    /// <summary>Plain digits with the scale kept, e.g. <c>1.10</c>; with an exponent where the scale is extreme.</summary>
    public override string ToString()
    {
        var digits = Unscaled.ToString();
        if (Scale == 0 || Scale < 0 && Unscaled.Value.IsZero)
        {
            return digits;
        }

        if (Scale is < -MaxPlainScale or > MaxPlainScale)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{digits}E{-(long)Scale}");
        }

        if (Scale < 0)
        {
            return digits + new string('0', -Scale);
        }

        var sign = digits[0] == '-' ? "-" : "";
        var magnitude = digits.AsSpan(sign.Length).ToString().PadLeft(Scale + 1, '0');
        return $"{sign}{magnitude.AsSpan(0, magnitude.Length - Scale)}.{magnitude.AsSpan(magnitude.Length - Scale)}";
    }
}
