using SavepointCli.Format.Serializers.Basic;

namespace SavepointCli.Format.Serializers.Arrays;

/// <summary>The serializers of <c>org.apache.flink.api.common.typeutils.base.array</c>. None of these arrays can be null.</summary>
public static class ArraySerializers
{
    /// <summary><c>byte[]</c></summary>
    public static ByteArraySerializer Byte { get; } = new(FlinkNames.Nested(FlinkNames.Array, "BytePrimitiveArray"), "byte[]");

    /// <summary><c>boolean[]</c></summary>
    public static PrimitiveArraySerializer<bool> Boolean { get; } =
        new(FlinkNames.Nested(FlinkNames.Array, "BooleanPrimitiveArray"), "boolean[]", BasicSerializers.Boolean);

    /// <summary><c>char[]</c></summary>
    public static PrimitiveArraySerializer<char> Char { get; } =
        new(FlinkNames.Nested(FlinkNames.Array, "CharPrimitiveArray"), "char[]", BasicSerializers.Char);

    /// <summary><c>short[]</c></summary>
    public static PrimitiveArraySerializer<short> Short { get; } =
        new(FlinkNames.Nested(FlinkNames.Array, "ShortPrimitiveArray"), "short[]", BasicSerializers.Short);

    /// <summary><c>int[]</c></summary>
    public static PrimitiveArraySerializer<int> Int { get; } =
        new(FlinkNames.Nested(FlinkNames.Array, "IntPrimitiveArray"), "int[]", BasicSerializers.Int);

    /// <summary><c>long[]</c></summary>
    public static PrimitiveArraySerializer<long> Long { get; } =
        new(FlinkNames.Nested(FlinkNames.Array, "LongPrimitiveArray"), "long[]", BasicSerializers.Long);

    /// <summary><c>float[]</c></summary>
    public static PrimitiveArraySerializer<float> Float { get; } =
        new(FlinkNames.Nested(FlinkNames.Array, "FloatPrimitiveArray"), "float[]", BasicSerializers.Float);

    /// <summary><c>double[]</c></summary>
    public static PrimitiveArraySerializer<double> Double { get; } =
        new(FlinkNames.Nested(FlinkNames.Array, "DoublePrimitiveArray"), "double[]", BasicSerializers.Double);

    /// <summary><c>String[]</c>, elements can be null.</summary>
    public static PrimitiveArraySerializer<string?> String { get; } =
        new(FlinkNames.Nested(FlinkNames.Array, "StringArray"), "String[]", BasicSerializers.String);

    /// <summary>Key of the maps in which PyFlink's Java side keeps the state of Python workers: a <c>byte[]</c>.</summary>
    public static ByteArraySerializer ByteArrayWrapper { get; } =
        new(FlinkNames.Nested("org.apache.flink.streaming.api.utils.", "ByteArrayWrapper"), "ByteArrayWrapper");

    internal static IEnumerable<SnapshotClass> Classes { get; } = new TypeSerializer[]
    {
        Byte, Boolean, Char, Short, Int, Long, Float, Double, String, ByteArrayWrapper,
    }.Select(SimpleSerializerSnapshot.ClassOf);
}
