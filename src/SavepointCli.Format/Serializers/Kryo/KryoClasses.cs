using System.Buffers.Binary;
using System.Collections.Frozen;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;
using static SavepointCli.Format.Serializers.Kryo.KryoCollections;

namespace SavepointCli.Format.Serializers.Kryo;

/// <summary>The classes whose encoding by Kryo is known, and the numbers under which Flink registers classes.</summary>
internal static class KryoClasses
{
    /// <summary>Number of the first class that the snapshot registers.</summary>
    public const int FirstRegistration = 85;

    private const int FirstFlinkRegistration = 73;

    private static readonly string[] BuiltIn =
        ["int", "java.lang.String", "float", "boolean", "byte", "char", "short", "long", "double", "void"];

    private static readonly string[] RegisteredByFlink =
    [
        "java.util.Arrays$ArrayList", "java.util.BitSet", "java.util.PriorityQueue", "java.util.regex.Pattern", "java.sql.Date",
        "java.sql.Time", "java.sql.Timestamp", "java.net.URI", "java.net.InetSocketAddress", "java.util.UUID", "java.util.Locale",
        "java.text.SimpleDateFormat",
    ];

    public static FrozenDictionary<string, KryoClass> ByName { get; } = new KryoClass[]
    {
        new("int", false, static (ref JavaDataReader reader, KryoGraph _) => KryoNumbers.ReadZigZag32(ref reader)),
        new("long", false, static (ref JavaDataReader reader, KryoGraph _) => KryoNumbers.ReadZigZag64(ref reader)),
        new("boolean", false, static (ref JavaDataReader reader, KryoGraph _) => reader.ReadBoolean()),
        new("byte", false, static (ref JavaDataReader reader, KryoGraph _) => reader.ReadSByte()),
        new(
            "char", false,
            static (ref JavaDataReader reader, KryoGraph _) => (char)reader.ReadUInt16(),
            static (ref JavaDataReader reader, KryoGraph _) => (char)BinaryPrimitives.ReadUInt16LittleEndian(reader.ReadBytes(sizeof(char)))),
        new(
            "short", false,
            static (ref JavaDataReader reader, KryoGraph _) => reader.ReadInt16(),
            static (ref JavaDataReader reader, KryoGraph _) => BinaryPrimitives.ReadInt16LittleEndian(reader.ReadBytes(sizeof(short)))),
        new(
            "float", false,
            static (ref JavaDataReader reader, KryoGraph _) => reader.ReadSingle(),
            static (ref JavaDataReader reader, KryoGraph _) => BinaryPrimitives.ReadSingleLittleEndian(reader.ReadBytes(sizeof(float)))),
        new(
            "double", false,
            static (ref JavaDataReader reader, KryoGraph _) => reader.ReadDouble(),
            static (ref JavaDataReader reader, KryoGraph _) => BinaryPrimitives.ReadDoubleLittleEndian(reader.ReadBytes(sizeof(double)))),
        new("java.lang.String", true, static (ref JavaDataReader reader, KryoGraph _) => KryoText.Read(ref reader)),
        new("[B", true, static (ref JavaDataReader reader, KryoGraph _) => KryoNumbers.ReadBytes(ref reader)),
        new("java.math.BigInteger", true, static (ref JavaDataReader reader, KryoGraph _) => KryoNumbers.ReadBigInteger(ref reader)),
        new(
            "java.math.BigDecimal", true,
            static (ref JavaDataReader reader, KryoGraph _) =>
                new BigDecimal(KryoNumbers.ReadBigInteger(ref reader), KryoNumbers.ReadZigZag32(ref reader))),
        new("java.util.Date", true, static (ref JavaDataReader reader, KryoGraph _) => KryoNumbers.ReadEpochMillis(ref reader)),
        new("java.sql.Date", true, static (ref JavaDataReader reader, KryoGraph _) => KryoNumbers.ReadEpochMillis(ref reader), null),
        new("java.sql.Time", true, static (ref JavaDataReader reader, KryoGraph _) => KryoNumbers.ReadEpochMillis(ref reader), null),
        new("java.sql.Timestamp", true, static (ref JavaDataReader reader, KryoGraph _) => KryoNumbers.ReadTimestamp(ref reader), null),
        new("java.util.ArrayList", true, ReadCollection2, ReadCollection5),
        new("java.util.LinkedList", true, ReadCollection2, ReadCollection5),
        new("java.util.HashSet", true, ReadCollection2, ReadCollection5),
        new("java.util.LinkedHashSet", true, ReadCollection2, ReadCollection5),
        new("java.util.Arrays$ArrayList", true, ReadArrayAsList2, null),
        new("java.util.HashMap", true, ReadMap2, ReadMap5),
        new("java.util.LinkedHashMap", true, ReadMap2, ReadMap5),
        new("java.util.Collections$EmptyList", true, ReadEmptyList),
        new("java.util.Collections$EmptySet", true, ReadEmptyList),
        new("java.util.Collections$EmptyMap", true, ReadEmptyMap),
        new("java.util.Collections$SingletonList", true, ReadSingleton),
        new("java.util.Collections$SingletonSet", true, ReadSingleton),
        new("java.util.Collections$SingletonMap", true, ReadSingletonMap),
    }.ToFrozenDictionary(known => known.Name, StringComparer.Ordinal);

    /// <summary>The class that Kryo itself or Flink registers under a number; null if the number is not known.</summary>
    public static string? NameOf(int classId)
    {
        var flinkId = classId - FirstFlinkRegistration;
        return classId < BuiltIn.Length ? BuiltIn[classId]
            : flinkId >= 0 && flinkId < RegisteredByFlink.Length ? RegisteredByFlink[flinkId]
            : null;
    }
}
