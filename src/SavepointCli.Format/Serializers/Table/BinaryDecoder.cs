using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>
/// Decodes the Table runtime's binary rows, arrays and maps: little-endian, slots of fixed width, everything longer behind them at an
/// offset. See <c>docs/format/serializers.md</c>.
/// </summary>
/// <param name="bytes">The outermost row, array or map.</param>
/// <param name="origin">Where it comes from.</param>
/// <param name="offset">Position of its first byte there.</param>
internal ref struct BinaryDecoder(ReadOnlyMemory<byte> bytes, DataOrigin origin, long offset)
{
    private const int Word = sizeof(long);
    private const int BitsOfKind = 8;
    private const int InlineMark = 0x80;
    private const int MaxInlineLength = 7;
    private const int MaxCompactPrecision = 18;
    private const int MaxCompactTimestamp = 3;
    private const int MaxNanoOfMilli = 999_999;

    // Regions of one row may lie in each other, but not so often that decoding them takes many times their length.
    private const int MostVisits = 64;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ReadOnlySpan<byte> _bytes = bytes.Span;
    private long _visitsLeft = (long)bytes.Length * MostVisits;

    public readonly BinaryRegion All => new(0, _bytes.Length);

    public RowDataValue ReadRow(BinaryRegion row, ImmutableArray<LogicalType> types)
    {
        var header = (types.Length + 63 + BitsOfKind) / 64 * Word;
        Require(row.Length >= header + (long)types.Length * Word && _bytes[row.Start] <= (int)RowKind.Delete, row.Start, "row");
        var fields = new object?[types.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            var bit = i + BitsOfKind;
            var isNull = (_bytes[row.Start + bit / 8] & 1 << bit % 8) != 0;
            fields[i] = isNull ? null : ReadSlot(row, row.Start + header + i * Word, types[i]);
        }

        return new RowDataValue((RowKind)_bytes[row.Start], fields, bytes.Slice(row.Start, row.Length));
    }

    public List<object?> ReadArray(BinaryRegion array, LogicalType element)
    {
        Require(array.Length >= sizeof(int), array.Start, "array");
        var count = ReadInt32(array.Start);
        var width = WidthInArray(element.Root);
        var header = sizeof(int) + ((long)count + 31) / 32 * sizeof(int);
        Require(count >= 0 && header + (long)count * width <= array.Length, array.Start, "array");
        var list = new List<object?>(count);
        for (var i = 0; i < count; i++)
        {
            var isNull = (_bytes[array.Start + sizeof(int) + i / 8] & 1 << i % 8) != 0;
            list.Add(isNull ? null : ReadSlot(array, array.Start + (int)header + i * width, element));
        }

        return list;
    }

    public FlinkMap ReadMap(BinaryRegion map, LogicalType key, LogicalType value)
    {
        Require(map.Length >= sizeof(int), map.Start, "map");
        var keysLength = ReadInt32(map.Start);
        Require(keysLength >= 0 && keysLength <= map.Length - sizeof(int), map.Start, "map");
        var keysStart = map.Start + sizeof(int);
        var keys = ReadArray(new BinaryRegion(keysStart, keysLength), key);
        var values = ReadArray(new BinaryRegion(keysStart + keysLength, map.Length - sizeof(int) - keysLength), value);
        Require(keys.Count == values.Count, map.Start, "map");
        var entries = new KeyValuePair<object?, object?>[keys.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new KeyValuePair<object?, object?>(keys[i], values[i]);
        }

        return new FlinkMap(entries);
    }

    public static object TextOrBytes(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            // SQL can put any bytes into a text column; they are shown as they are.
            return new RawValue(utf8.ToArray());
        }
    }

    private static int WidthInArray(LogicalTypeRoot root) => root switch
    {
        LogicalTypeRoot.Boolean or LogicalTypeRoot.TinyInt => sizeof(byte),
        LogicalTypeRoot.SmallInt => sizeof(short),
        LogicalTypeRoot.Integer or LogicalTypeRoot.Float or LogicalTypeRoot.Date or LogicalTypeRoot.Time
            or LogicalTypeRoot.IntervalYearMonth => sizeof(int),
        _ => Word,
    };

    private object? ReadSlot(BinaryRegion container, int slot, LogicalType type) => type.Root switch
    {
        LogicalTypeRoot.Boolean => _bytes[slot] != 0,
        LogicalTypeRoot.TinyInt => unchecked((sbyte)_bytes[slot]),
        LogicalTypeRoot.SmallInt => BinaryPrimitives.ReadInt16LittleEndian(_bytes[slot..]),
        LogicalTypeRoot.Integer or LogicalTypeRoot.IntervalYearMonth => ReadInt32(slot),
        LogicalTypeRoot.BigInt or LogicalTypeRoot.IntervalDayTime => ReadInt64(slot),
        LogicalTypeRoot.Float => BinaryPrimitives.ReadSingleLittleEndian(_bytes[slot..]),
        LogicalTypeRoot.Double => BinaryPrimitives.ReadDoubleLittleEndian(_bytes[slot..]),
        LogicalTypeRoot.Date => LocalDate.OfEpochDay(ReadInt32(slot)),
        LogicalTypeRoot.Time => ReadTime(slot),
        LogicalTypeRoot.Decimal => ReadDecimal(container, slot, type),
        LogicalTypeRoot.Timestamp => ReadTimestamp(container, slot, type),
        LogicalTypeRoot.TimestampLtz => ReadTimestamp(container, slot, type).ToInstant(),
        LogicalTypeRoot.Distinct => ReadSlot(container, slot, type.Children[0]),
        LogicalTypeRoot.Null => null,
        _ => ReadVariable(container, slot, type),
    };

    private object ReadVariable(BinaryRegion container, int slot, LogicalType type) => type.Root switch
    {
        LogicalTypeRoot.Char or LogicalTypeRoot.VarChar => TextOrBytes(ReadBytes(container, slot)),
        LogicalTypeRoot.Binary or LogicalTypeRoot.VarBinary => ReadBytes(container, slot).ToArray(),
        LogicalTypeRoot.Array => ReadArray(Region(container, slot), type.Children[0]),
        LogicalTypeRoot.Map => ReadMap(Region(container, slot), type.Children[0], type.Children[1]),
        LogicalTypeRoot.Multiset => ReadMap(Region(container, slot), type.Children[0], new LogicalType(LogicalTypeRoot.Integer, IsNullable: false)),
        LogicalTypeRoot.Row or LogicalTypeRoot.Structured => ReadRow(Region(container, slot), type.Children),
        LogicalTypeRoot.Variant => ReadVariant(Region(container, slot)),
        _ => new RawValue(Slice(Region(container, slot))),
    };

    private readonly LocalTime ReadTime(int slot)
    {
        var millis = ReadInt32(slot);
        Require(millis is >= 0 and < LocalTime.SecondsPerDay * 1000, slot, "time of day");
        return LocalTime.OfSecondOfDay(millis / 1000, millis % 1000 * 1_000_000);
    }

    private BigDecimal ReadDecimal(BinaryRegion container, int slot, LogicalType type)
    {
        if (type.Precision <= MaxCompactPrecision)
        {
            return new BigDecimal(new BigInteger(ReadInt64(slot)), type.Scale);
        }

        var unscaled = Slice(Region(container, slot)).Span;
        Require(!unscaled.IsEmpty, slot, "decimal");
        return new BigDecimal(new BigInteger(unscaled, isUnsigned: false, isBigEndian: true), type.Scale);
    }

    private LocalDateTime ReadTimestamp(BinaryRegion container, int slot, LogicalType type)
    {
        if (type.Precision <= MaxCompactTimestamp)
        {
            return LocalDateTime.OfEpochMilli(ReadInt64(slot));
        }

        var nanoOfMilli = ReadInt32(slot);
        Require(nanoOfMilli is >= 0 and <= MaxNanoOfMilli, slot, "timestamp");
        return LocalDateTime.OfEpochMilli(ReadInt64(Region(container, ReadInt32(slot + sizeof(int)), Word).Start), nanoOfMilli);
    }

    private VariantValue ReadVariant(BinaryRegion region)
    {
        Require(region.Length >= sizeof(int), region.Start, "variant");
        var metadataLength = BinaryPrimitives.ReadInt32BigEndian(_bytes[region.Start..]);
        Require(metadataLength >= 0 && metadataLength <= region.Length - sizeof(int), region.Start, "variant");
        var content = Slice(region)[sizeof(int)..];
        return new VariantValue(content[metadataLength..], content[..metadataLength]);
    }

    private ReadOnlySpan<byte> ReadBytes(BinaryRegion container, int slot)
    {
        int mark = _bytes[slot + Word - 1];
        if ((mark & InlineMark) == 0)
        {
            return Slice(Region(container, slot)).Span;
        }

        var length = mark & ~InlineMark;
        Require(length <= MaxInlineLength, slot, "text");
        return _bytes.Slice(slot, length);
    }

    private BinaryRegion Region(BinaryRegion container, int slot) => Region(container, ReadInt32(slot + sizeof(int)), ReadInt32(slot));

    private BinaryRegion Region(BinaryRegion container, int start, int length)
    {
        Require(start >= 0 && length >= 0 && start <= container.Length - length, container.Start, "offset in a row");
        _visitsLeft -= length;
        Require(_visitsLeft >= 0, container.Start, "overlap in a row");
        return new BinaryRegion(container.Start + start, length);
    }

    private readonly ReadOnlyMemory<byte> Slice(BinaryRegion region) => bytes.Slice(region.Start, region.Length);

    private readonly int ReadInt32(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes[at..]);

    private readonly long ReadInt64(int at) => BinaryPrimitives.ReadInt64LittleEndian(_bytes[at..]);

    private readonly void Require(bool holds, int at, string what)
    {
        if (!holds)
        {
            throw new SavepointFormatException($"impossible {what} of the Table runtime", origin.Path, offset + at);
        }
    }
}
