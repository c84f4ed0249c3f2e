namespace SavepointCli.Format.Serializers.Basic;

/// <summary>
/// The serializers of Flink's mutable value types (<c>org.apache.flink.types.LongValue</c> and the like); their values read as the
/// plain types.
/// </summary>
public static class ValueTypeSerializers
{
    /// <summary><c>BooleanValue</c></summary>
    public static BooleanSerializer Boolean { get; } = new(FlinkNames.Nested(FlinkNames.Base, "BooleanValue"), "BooleanValue");

    /// <summary><c>ByteValue</c></summary>
    public static ByteSerializer Byte { get; } = new(FlinkNames.Nested(FlinkNames.Base, "ByteValue"), "ByteValue");

    /// <summary><c>ShortValue</c></summary>
    public static ShortSerializer Short { get; } = new(FlinkNames.Nested(FlinkNames.Base, "ShortValue"), "ShortValue");

    /// <summary><c>IntValue</c></summary>
    public static IntSerializer Int { get; } = new(FlinkNames.Nested(FlinkNames.Base, "IntValue"), "IntValue");

    /// <summary><c>LongValue</c></summary>
    public static LongSerializer Long { get; } = new(FlinkNames.Nested(FlinkNames.Base, "LongValue"), "LongValue");

    /// <summary><c>CharValue</c></summary>
    public static CharSerializer Char { get; } = new(FlinkNames.Nested(FlinkNames.Base, "CharValue"), "CharValue");

    /// <summary><c>FloatValue</c></summary>
    public static FloatSerializer Float { get; } = new(FlinkNames.Nested(FlinkNames.Base, "FloatValue"), "FloatValue");

    /// <summary><c>DoubleValue</c></summary>
    public static DoubleSerializer Double { get; } = new(FlinkNames.Nested(FlinkNames.Base, "DoubleValue"), "DoubleValue");

    /// <summary><c>StringValue</c></summary>
    public static StringValueSerializer String { get; } = new(FlinkNames.Nested(FlinkNames.Base, "StringValue"), "StringValue");

    /// <summary><c>NullValue</c>, which takes no bytes.</summary>
    public static NullSerializer Null { get; } = new(FlinkNames.Nested(FlinkNames.Base, "NullValue"), "NullValue", length: 0);

    internal static IEnumerable<SnapshotClass> Classes { get; } = new TypeSerializer[]
    {
        Boolean, Byte, Short, Int, Long, Char, Float, Double, String, Null,
    }.Select(SimpleSerializerSnapshot.ClassOf);
}
