using System.Globalization;
using System.Numerics;

namespace SavepointCli.Format.Values;

/// <summary>
/// A <c>java.math.BigInteger</c>. Flink writes the JDK's own objects for 0, 1 and 10 in a short form and every other object of the
/// same value in the long one; keys are compared as bytes, so the difference is kept. It does not count for equality.
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="SpelledOut">Whether 0, 1 or 10 is stored in the long form.</param>
public readonly record struct JavaBigInteger(BigInteger Value, bool SpelledOut = false)
{
    /// <summary>The number as <c>BigInteger.valueOf</c> gives it.</summary>
    public static implicit operator JavaBigInteger(BigInteger value) => new(value);

    /// <summary>The same as the conversion, by name.</summary>
    public static JavaBigInteger FromBigInteger(BigInteger value) => new(value);

    /// <summary>Same number.</summary>
    public bool Equals(JavaBigInteger other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>Decimal digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
