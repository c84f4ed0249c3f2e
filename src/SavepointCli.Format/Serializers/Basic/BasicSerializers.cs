namespace SavepointCli.Format.Serializers.Basic;

/// <summary>The serializers of <c>org.apache.flink.api.common.typeutils.base</c> for Java's own types.</summary>
public static class BasicSerializers
{
    /// <summary>A truth value.</summary>
    public static BooleanSerializer Boolean { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Boolean"), "Boolean");

    /// <summary>A signed byte.</summary>
    public static ByteSerializer Byte { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Byte"), "Byte");

    /// <summary>A 16-bit number.</summary>
    public static ShortSerializer Short { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Short"), "Short");

    /// <summary>A 32-bit number.</summary>
    public static IntSerializer Int { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Int"), "Int");

    /// <summary>A 64-bit number.</summary>
    public static LongSerializer Long { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Long"), "Long");

    /// <summary>A UTF-16 unit.</summary>
    public static CharSerializer Char { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Char"), "Char");

    /// <summary>An IEEE single.</summary>
    public static FloatSerializer Float { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Float"), "Float");

    /// <summary>An IEEE double.</summary>
    public static DoubleSerializer Double { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Double"), "Double");

    /// <summary>A text; null allowed.</summary>
    public static StringSerializer String { get; } = new(FlinkNames.Nested(FlinkNames.Base, "String"), "String");

    /// <summary>A whole number of any size; null allowed.</summary>
    public static BigIntSerializer BigInt { get; } = new(FlinkNames.Nested(FlinkNames.Base, "BigInt"), "BigInteger");

    /// <summary>A decimal number of any size; null allowed.</summary>
    public static BigDecSerializer BigDec { get; } = new(FlinkNames.Nested(FlinkNames.Base, "BigDec"), "BigDecimal");

    /// <summary>A <c>java.util.Date</c>; null allowed.</summary>
    public static EpochMillisSerializer Date { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Date"), "Date");

    /// <summary>A <c>java.sql.Date</c>; null allowed.</summary>
    public static EpochMillisSerializer SqlDate { get; } = new(FlinkNames.Nested(FlinkNames.Base, "SqlDate"), "SqlDate");

    /// <summary>A <c>java.sql.Time</c>; null allowed.</summary>
    public static EpochMillisSerializer SqlTime { get; } = new(FlinkNames.Nested(FlinkNames.Base, "SqlTime"), "SqlTime");

    /// <summary>A <c>java.sql.Timestamp</c>; null allowed.</summary>
    public static SqlTimestampSerializer SqlTimestamp { get; } = new(FlinkNames.Nested(FlinkNames.Base, "SqlTimestamp"), "SqlTimestamp");

    /// <summary>A day; null allowed.</summary>
    public static LocalDateSerializer LocalDate { get; } = new(FlinkNames.Nested(FlinkNames.Base, "LocalDate"), "LocalDate");

    /// <summary>A time of day; null allowed.</summary>
    public static LocalTimeSerializer LocalTime { get; } = new(FlinkNames.Nested(FlinkNames.Base, "LocalTime"), "LocalTime");

    /// <summary>A day with a time of day; null allowed.</summary>
    public static LocalDateTimeSerializer LocalDateTime { get; } = new(FlinkNames.Nested(FlinkNames.Base, "LocalDateTime"), "LocalDateTime");

    /// <summary>A point of time; null allowed.</summary>
    public static InstantSerializer Instant { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Instant"), "Instant");

    /// <summary><c>Void</c>: always null, one byte.</summary>
    public static NullSerializer Void { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Void"), "Void", length: 1);

    /// <summary>A variant (Flink 2.1 and later).</summary>
    public static VariantSerializer Variant { get; } = new(FlinkNames.Nested(FlinkNames.Base, "Variant"), "Variant");

    /// <summary>The tuple without fields.</summary>
    public static Tuple0Serializer Tuple0 { get; } = new(FlinkNames.TopLevel(FlinkNames.JavaRuntime, "Tuple0"), "Tuple0");

    /// <summary>Scala's <c>Unit</c>, read as null.</summary>
    public static NullSerializer Unit { get; } = new(FlinkNames.Nested(FlinkNames.Scala, "Unit"), "Unit", length: 1);

    internal static IEnumerable<SnapshotClass> Classes { get; } = new TypeSerializer[]
    {
        Boolean, Byte, Short, Int, Long, Char, Float, Double, String,
        BigInt, BigDec, Date, SqlDate, SqlTime,
        SqlTimestamp, LocalDate, LocalTime, LocalDateTime, Instant, Void, Variant, Tuple0, Unit,
    }.Select(SimpleSerializerSnapshot.ClassOf);
}
