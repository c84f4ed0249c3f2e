using System.Numerics;

namespace SavepointCli.Format.Ids;

/// <summary>
/// What <c>hashCode()</c> gives in Java for the types that keys are made of. The key group of a key is derived from it, so a wrong
/// bit puts a key where its job never looks. See <c>docs/format/operator-ids.md</c>.
/// </summary>
public static class JavaHash
{
    private const int Factor = 31;
    private const int CanonicalSingleNaN = 0x7FC00000;
    private const long CanonicalDoubleNaN = 0x7FF8000000000000L;

    /// <summary><c>Integer</c>, <c>Short</c>, <c>Byte</c> and, as its unsigned number, <c>Character</c>; the <c>IntValue</c> family, too.</summary>
    public static int Of(int value) => value;

    /// <summary><c>Long</c>.</summary>
    public static int Of(long value) => unchecked((int)(value ^ value >>> 32));

    /// <summary><c>Boolean</c>.</summary>
    public static int Of(bool value) => value ? 1231 : 1237;

    /// <summary><c>Double</c>; all NaN are one, 0.0 and -0.0 are two.</summary>
    public static int Of(double value) => Of(double.IsNaN(value) ? CanonicalDoubleNaN : BitConverter.DoubleToInt64Bits(value));

    /// <summary><c>Float</c>; all NaN are one, 0.0 and -0.0 are two.</summary>
    public static int Of(float value) => float.IsNaN(value) ? CanonicalSingleNaN : BitConverter.SingleToInt32Bits(value);

    /// <summary><c>String</c> and <c>StringValue</c>, over UTF-16 units.</summary>
    public static int Of(ReadOnlySpan<char> value)
    {
        var hash = 0;
        foreach (var unit in value)
        {
            hash = Append(hash, unit);
        }

        return hash;
    }

    /// <summary>The hash of a text with one more UTF-16 unit; the empty text has 0.</summary>
    public static int Append(int hash, char unit) => unchecked(Factor * hash + unit);

    /// <summary><c>BigInteger</c>.</summary>
    public static int Of(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value).ToByteArray(isUnsigned: true, isBigEndian: true);
        var hash = 0;
        var word = 0U;
        for (var i = 0; i < magnitude.Length; i++)
        {
            word = word << 8 | magnitude[i];
            if ((magnitude.Length - 1 - i) % sizeof(uint) == 0)
            {
                hash = unchecked(Factor * hash + (int)word);
                word = 0;
            }
        }

        return unchecked(hash * value.Sign);
    }

    /// <summary><c>BigDecimal</c>: 1.1 and 1.10 differ.</summary>
    /// <param name="unscaled">All digits.</param>
    /// <param name="scale">Digits behind the point.</param>
    public static int OfDecimal(BigInteger unscaled, int scale)
    {
        // Java keeps digits that fit a long apart and hashes them by another formula; Long.MIN_VALUE marks "does not fit" there.
        var magnitude = BigInteger.Abs(unscaled);
        if (magnitude > long.MaxValue)
        {
            return unchecked(Factor * Of(unscaled) + scale);
        }

        var digits = (long)magnitude;
        var hash = unchecked((int)(digits >>> 32) * Factor + (int)digits);
        return unchecked(Factor * (unscaled.Sign < 0 ? -hash : hash) + scale);
    }

    /// <summary><c>LongValue</c>, which does not hash like <c>Long</c>.</summary>
    public static int OfLongValue(long value) => unchecked(43 + Of(value));

    /// <summary><c>java.util.UUID</c>.</summary>
    public static int Of(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        var both = HexId.FromBytes(bytes);
        return Of(unchecked((long)(ulong)(both >> 64) ^ (long)(ulong)both));
    }

    /// <summary><c>java.util.Date</c> and <c>java.sql.Timestamp</c>, <c>Date</c>, <c>Time</c>: nanoseconds do not count.</summary>
    /// <param name="epochMillis">What <c>getTime()</c> gives.</param>
    public static int OfDate(long epochMillis) => Of(epochMillis);

    /// <summary><c>java.time.Instant</c>.</summary>
    public static int OfInstant(long epochSecond, int nano) => unchecked(Of(epochSecond) + 51 * nano);

    /// <summary><c>java.time.LocalDate</c>.</summary>
    public static int OfLocalDate(int year, int month, int day) =>
        unchecked(year & (int)0xFFFFF800 ^ (year << 11) + (month << 6) + day);

    /// <summary><c>java.time.LocalTime</c>.</summary>
    public static int OfLocalTime(long nanoOfDay) => Of(nanoOfDay);

    /// <summary><c>java.time.LocalDateTime</c>, from the hashes of its two parts.</summary>
    public static int OfLocalDateTime(int dateHash, int timeHash) => dateHash ^ timeHash;

    /// <summary>Any <c>java.util.List</c> and <c>Arrays.hashCode</c>, from the hashes of the elements; 0 for null.</summary>
    public static int OfList(ReadOnlySpan<int> hashes) => Combine(1, hashes);

    /// <summary>A tuple of Flink, from the hashes of its fields; 0 for null.</summary>
    public static int OfTuple(ReadOnlySpan<int> hashes) => Combine(0, hashes);

    /// <summary>One entry of a <c>java.util.Map</c>; a map is the sum of its entries, a set the sum of its elements (both wrap around).</summary>
    public static int OfMapEntry(int keyHash, int valueHash) => keyHash ^ valueHash;

    /// <summary>What a field counts in the hash of a <c>Row</c>: 0 for null; for lists and arrays <see cref="OfList"/> of this for each element.</summary>
    public static int OfRowField(int hash) => unchecked(Factor + hash);

    /// <summary>A <c>Row</c> with fields by position (Flink 1.12 and later), from <see cref="OfRowField"/> of each.</summary>
    /// <param name="kind">Number of the row kind: 0 insert, 1 update before, 2 update after, 3 delete.</param>
    /// <param name="fields">One hash per field.</param>
    public static int OfRow(int kind, ReadOnlySpan<int> fields) => unchecked(Factor * kind + OfList(fields));

    /// <summary>A <c>Row</c> with fields by name (Flink 1.12 and later), from <see cref="OfRowField"/> of each name and value.</summary>
    /// <param name="kind">Number of the row kind, see <see cref="OfRow"/>.</param>
    /// <param name="fields">One pair of hashes per field, in any order.</param>
    public static int OfNamedRow(int kind, ReadOnlySpan<(int Name, int Value)> fields)
    {
        var hash = 1;
        foreach (var (name, value) in fields)
        {
            hash = unchecked(hash + (name ^ value));
        }

        return unchecked(Factor * kind + hash);
    }

    /// <summary>A binary row of the Table runtime: its bytes without the length in front of them.</summary>
    public static int OfBinaryRow(ReadOnlySpan<byte> row) => Murmur.HashBytes(row);

    /// <summary>A text of the Table runtime (<c>StringData</c>): its UTF-8 bytes.</summary>
    public static int OfBinaryString(ReadOnlySpan<byte> utf8) => Murmur.HashBytes(utf8);

    private static int Combine(int seed, ReadOnlySpan<int> hashes)
    {
        var hash = seed;
        foreach (var next in hashes)
        {
            hash = unchecked(Factor * hash + next);
        }

        return hash;
    }
}
