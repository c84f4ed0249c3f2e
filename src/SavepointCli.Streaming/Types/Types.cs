using System.Numerics;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Streaming.Types;

/// <summary>Descriptions of the types that state and streams can hold. Mirrors <c>org.apache.flink.api.common.typeinfo.Types</c>.</summary>
public static class Types
{
    /// <summary><c>java.lang.Boolean</c>.</summary>
    public static BasicTypeInformation<bool> Boolean { get; } = new(BasicType.Boolean);

    /// <summary><c>java.lang.Byte</c>: signed, so C#'s <see langword="sbyte"/>.</summary>
    public static BasicTypeInformation<sbyte> Byte { get; } = new(BasicType.Byte);

    /// <summary><c>java.lang.Short</c>.</summary>
    public static BasicTypeInformation<short> Short { get; } = new(BasicType.Short);

    /// <summary><c>java.lang.Integer</c>.</summary>
    public static BasicTypeInformation<int> Int { get; } = new(BasicType.Int);

    /// <summary><c>java.lang.Long</c>.</summary>
    public static BasicTypeInformation<long> Long { get; } = new(BasicType.Long);

    /// <summary><c>java.lang.Float</c>.</summary>
    public static BasicTypeInformation<float> Float { get; } = new(BasicType.Float);

    /// <summary><c>java.lang.Double</c>.</summary>
    public static BasicTypeInformation<double> Double { get; } = new(BasicType.Double);

    /// <summary><c>java.lang.Character</c>.</summary>
    public static BasicTypeInformation<char> Char { get; } = new(BasicType.Char);

    /// <summary><c>java.lang.String</c>.</summary>
    public static BasicTypeInformation<string> String { get; } = new(BasicType.String);

    /// <summary><c>java.math.BigInteger</c>.</summary>
    public static BasicTypeInformation<BigInteger> BigInteger { get; } = new(BasicType.BigInteger);

    /// <summary><c>java.time.Instant</c>, in C# with a precision of 100 ns.</summary>
    public static BasicTypeInformation<DateTimeOffset> Instant { get; } = new(BasicType.Instant);

    /// <summary><c>java.time.LocalDate</c>.</summary>
    public static BasicTypeInformation<DateOnly> LocalDate { get; } = new(BasicType.LocalDate);

    /// <summary><c>java.time.LocalTime</c>, in C# with a precision of 100 ns.</summary>
    public static BasicTypeInformation<TimeOnly> LocalTime { get; } = new(BasicType.LocalTime);

    /// <summary><c>java.time.LocalDateTime</c>, in C# with a precision of 100 ns.</summary>
    public static BasicTypeInformation<DateTime> LocalDateTime { get; } = new(BasicType.LocalDateTime);

    /// <summary>Java's <c>byte[]</c>: bytes without meaning, so C#'s unsigned ones.</summary>
    public static PrimitiveArrayTypeInformation<byte> Bytes { get; } = new(BasicType.Byte);

    /// <summary>The namespace of state outside windows.</summary>
    public static NamespaceTypeInformation<VoidNamespace> VoidNamespace { get; } = new(TypeKind.VoidNamespace);

    /// <summary>The namespace of state in windows of time.</summary>
    public static NamespaceTypeInformation<TimeWindow> TimeWindow { get; } = new(TypeKind.TimeWindow);

    /// <summary>The namespace of state in the window that holds everything.</summary>
    public static NamespaceTypeInformation<GlobalWindow> GlobalWindow { get; } = new(TypeKind.GlobalWindow);

    /// <summary>A list of <paramref name="element"/>.</summary>
    public static ListTypeInformation<TElement> List<TElement>(TypeInformation<TElement> element) => new(element);

    /// <summary>A map from <paramref name="key"/> to <paramref name="value"/>.</summary>
    public static MapTypeInformation<TKey, TValue> Map<TKey, TValue>(TypeInformation<TKey> key, TypeInformation<TValue> value)
        where TKey : notnull => new(key, value);
}
