using System.Collections.Frozen;
using System.Numerics;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Arrays;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Namespaces;
using SavepointCli.Format.Values;
using GlobalWindow = SavepointCli.Streaming.Windows.GlobalWindow;
using TimeWindow = SavepointCli.Streaming.Windows.TimeWindow;
using VoidNamespace = SavepointCli.Streaming.Types.VoidNamespace;

namespace SavepointCli.Engine.Types;

/// <summary>The serializers of types without parts, by the C# type that jobs see.</summary>
internal static class BasicTypeSerializers
{
    private static readonly FrozenDictionary<Type, TypeSerializer> ByType = new Dictionary<Type, TypeSerializer>
    {
        [typeof(bool)] = BasicSerializers.Boolean,
        [typeof(sbyte)] = BasicSerializers.Byte,
        [typeof(short)] = BasicSerializers.Short,
        [typeof(int)] = BasicSerializers.Int,
        [typeof(long)] = BasicSerializers.Long,
        [typeof(float)] = BasicSerializers.Float,
        [typeof(double)] = BasicSerializers.Double,
        [typeof(char)] = BasicSerializers.Char,
        [typeof(string)] = BasicSerializers.String,
        [typeof(BigInteger)] = new ConvertedSerializer<BigInteger, JavaBigInteger?>(
            BasicSerializers.BigInt, stored => stored?.Value, value => new JavaBigInteger(value)),
        [typeof(DateTimeOffset)] = new ConvertedSerializer<DateTimeOffset, Instant?>(
            BasicSerializers.Instant, stored => stored is { } instant ? JavaTime.FromInstant(instant) : null, value => JavaTime.ToInstant(value)),
        [typeof(DateOnly)] = new ConvertedSerializer<DateOnly, LocalDate?>(
            BasicSerializers.LocalDate, stored => stored is { } date ? JavaTime.FromLocalDate(date) : null, value => JavaTime.ToLocalDate(value)),
        [typeof(TimeOnly)] = new ConvertedSerializer<TimeOnly, LocalTime?>(
            BasicSerializers.LocalTime, stored => stored is { } time ? JavaTime.FromLocalTime(time) : null, value => JavaTime.ToLocalTime(value)),
        [typeof(DateTime)] = new ConvertedSerializer<DateTime, LocalDateTime?>(
            BasicSerializers.LocalDateTime,
            stored => stored is { } time ? JavaTime.FromLocalDateTime(time) : null,
            value => JavaTime.ToLocalDateTime(value)),
        [typeof(byte[])] = ArraySerializers.Byte,
        [typeof(bool[])] = ArraySerializers.Boolean,
        [typeof(char[])] = ArraySerializers.Char,
        [typeof(short[])] = ArraySerializers.Short,
        [typeof(int[])] = ArraySerializers.Int,
        [typeof(long[])] = ArraySerializers.Long,
        [typeof(float[])] = ArraySerializers.Float,
        [typeof(double[])] = ArraySerializers.Double,
        [typeof(VoidNamespace)] = new ConvertedSerializer<VoidNamespace, Format.Values.VoidNamespace>(
            NamespaceSerializers.Void, _ => default(VoidNamespace), _ => Format.Values.VoidNamespace.Instance),
        [typeof(TimeWindow)] = new ConvertedSerializer<TimeWindow, Format.Values.TimeWindow>(
            NamespaceSerializers.TimeWindow,
            stored => new TimeWindow(stored.Start, stored.End),
            window => new Format.Values.TimeWindow(window.Start, window.End)),
        [typeof(GlobalWindow)] = new ConvertedSerializer<GlobalWindow, Format.Values.GlobalWindow>(
            NamespaceSerializers.GlobalWindow, _ => default(GlobalWindow), _ => Format.Values.GlobalWindow.Instance),
    }.ToFrozenDictionary();

    /// <summary>The only serializer of a C# type without parts.</summary>
    public static TypeSerializer<T> Of<T>() => (TypeSerializer<T>)ByType[typeof(T)];
}
