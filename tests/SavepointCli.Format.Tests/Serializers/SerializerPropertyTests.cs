using System.Numerics;
using CsCheck;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Arrays;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Serializers.Enums;
using SavepointCli.Format.Serializers.Namespaces;
using SavepointCli.Format.Serializers.Pojo;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.Serializers;

public sealed class SerializerPropertyTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Gen.String[Gen.Char['a', 'z'], 0, 200], Gen.String[Gen.Char['\0', '\uFFFF'], 0, 20]);
    private static readonly Gen<string?> TextsOrNull = Gen.OneOf(Texts.Select(text => (string?)text), Gen.Const((string?)null));
    private static readonly Gen<LocalDate> Dates = Gen.Int[-400_000_000, 400_000_000].Select(day => LocalDate.OfEpochDay(day));

    private static readonly Gen<LocalTime> Times =
        Gen.Select(Gen.Int[0, 86_399], Gen.Int[0, 999_999_999], LocalTime.OfSecondOfDay);

    private static readonly Gen<Instant> Instants = Gen.Select(Gen.Long[-31_000_000_000_000_000, 31_000_000_000_000_000], Gen.Int[0, 999_999_999], (second, nano) => new Instant(second, nano));

    private static readonly Gen<JavaBigInteger> BigIntegers =
        Gen.OneOf(Gen.Int[-20, 20].Select(value => (BigInteger)value), Gen.Byte.Array[1, 30].Select(bytes => new BigInteger(bytes)))
            .Select(value => new JavaBigInteger(value));

    [Fact]
    public void Numbers_come_back()
    {
        ComesBack(BasicSerializers.Long, Gen.Long);
        ComesBack(BasicSerializers.Int, Gen.Int);
        ComesBack(BasicSerializers.Short, Gen.Short);
        ComesBack(BasicSerializers.Byte, Gen.SByte);
        ComesBack(BasicSerializers.Boolean, Gen.Bool);
        ComesBack(BasicSerializers.Char, Gen.Char['\0', '\uFFFF']);
        ComesBack(BasicSerializers.Float, Gen.Float);
        ComesBack(BasicSerializers.Double, Gen.Double);
        ComesBack(BasicSerializers.BigInt, OrNull(BigIntegers));
        ComesBack(BasicSerializers.BigDec, OrNull(Gen.Select(BigIntegers, Gen.Int, (unscaled, scale) => new BigDecimal(unscaled, scale))));
    }

    [Fact]
    public void Texts_come_back_surrogates_and_all()
    {
        ComesBack(BasicSerializers.String, TextsOrNull);
        ComesBack(ValueTypeSerializers.String, Texts);
    }

    [Fact]
    public void Dates_and_times_come_back()
    {
        ComesBack(BasicSerializers.LocalDate, OrNull(Dates));
        ComesBack(BasicSerializers.LocalTime, OrNull(Times));
        ComesBack(BasicSerializers.LocalDateTime, OrNull(Gen.Select(Dates, Times, (date, time) => new LocalDateTime(date, time))));
        ComesBack(BasicSerializers.Instant, OrNull(Instants));
        ComesBack(BasicSerializers.Date, OrNull(Gen.Long[long.MinValue + 1, long.MaxValue].Select(Instant.OfEpochMilli)));
        ComesBack(BasicSerializers.SqlTimestamp, OrNull(Gen.Select(Gen.Long[-9_000_000_000_000, 9_000_000_000_000], Gen.Int[0, 999_999_999], (second, nano) => new Instant(second, nano))));
    }

    [Fact]
    public void Arrays_come_back()
    {
        ComesBack(ArraySerializers.Byte, Gen.Byte.Array);
        ComesBack(ArraySerializers.Int, Gen.Int.Array);
        ComesBack(ArraySerializers.Double, Gen.Double.Array);
        ComesBack(ArraySerializers.String, TextsOrNull.Array);
    }

    [Fact]
    public void Lists_maps_and_tuples_with_types_of_CSharp_come_back()
    {
        ComesBack(ListSerializer.Of(BasicSerializers.String), TextsOrNull.List);
        ComesBack(MapSerializer.Of(BasicSerializers.Int, BasicSerializers.String), Gen.Dictionary(Gen.Int, TextsOrNull));
        ComesBack(TupleSerializer.Of(BasicSerializers.String, BasicSerializers.Long), Gen.Select(TextsOrNull, Gen.Long));
        ComesBack(TtlSerializer.Of(BasicSerializers.Long), Gen.Select(Gen.Long, Gen.Long, (access, value) => new TtlValue<long>(access, value)));
        ComesBack(
            TimerSerializer.Of(BasicSerializers.String, NamespaceSerializers.TimeWindow),
            Gen.Select(Gen.Long, TextsOrNull, Gen.Long, Gen.Long, (time, key, start, end) => new Timer<string?, TimeWindow>(time, key, new TimeWindow(start, end))));
    }

    [Fact]
    public void A_null_in_a_map_is_not_taken_for_the_default_of_a_number()
    {
        var stored = new JavaDataWriter();
        MapSerializer.Of(BasicSerializers.Int, BasicSerializers.String).Write(stored, new Dictionary<int, string?> { [1] = null });

        var fault = Assert.Throws<SavepointFormatException>(() =>
        {
            var reader = new JavaDataReader(stored.WrittenSpan);
            MapSerializer.Of(BasicSerializers.Int, BasicSerializers.Long).Read(ref reader);
        });

        fault.ExitCode.Should().Be(ExitCode.Incompatible);
    }

    [Fact]
    public void General_forms_come_back_through_the_snapshot_that_was_written()
    {
        var pojo = PojoSerializer.Of(
            "com.example.Order", new PojoField("total", BasicSerializers.BigDec), new PojoField("id", BasicSerializers.Long), new PojoField("tags", ListSerializer.Of(BasicSerializers.String)));
        var colour = EnumSerializer.Of("com.example.Colour", "RED", "GREEN", "BLUE");
        var serializer = TupleSerializer.Of(
            pojo,
            RowSerializer.Of(BasicSerializers.String, colour, BasicSerializers.Double),
            EitherSerializer.Of(BasicSerializers.Int, NullFlaggedListSerializer.SetOf(BasicSerializers.String)),
            NullableSerializer.Of(BasicSerializers.Long, padNull: true),
            NullFlaggedListSerializer.ArrayOf("java.lang.Long", BasicSerializers.Long));

        ComesBack(serializer, from id in Gen.Long
                              from tags in OrNullObject(TextsOrNull.Select(text => (object?)text).List)
                              from total in OrNull(BigIntegers)
                              from kind in Gen.Int[0, 3]
                              from text in TextsOrNull
                              from constant in Gen.Int[0, 2]
                              from isLeft in Gen.Bool
                              from boxed in Gen.Long.Select(value => value % 2 == 0 ? null : (object?)value).List
                              select new FlinkTuple(
                                  new FlinkPojo(pojo.FieldNames, id, tags, total is { } unscaled ? new BigDecimal(unscaled, 2) : null),
                                  new FlinkRow((RowKind)kind, text, new FlinkEnum("com.example.Colour", ((string[])["RED", "GREEN", "BLUE"])[constant]), null),
                                  isLeft ? new FlinkEither(true, 42) : new FlinkEither(false, boxed.Select(value => (object?)value?.ToString()).ToList()),
                                  boxed.FirstOrDefault(),
                                  boxed));
    }

    private static Gen<T?> OrNull<T>(Gen<T> values)
        where T : struct => Gen.OneOf(values.Select(value => (T?)value), Gen.Const((T?)null));

    private static Gen<object?> OrNullObject<T>(Gen<T> values)
        where T : class => Gen.OneOf(values.Select(value => (object?)value), Gen.Const((object?)null));

    /// <summary>Writes with the serializer; reads with it and with the one that its written snapshot restores; skips; compares the bytes.</summary>
    private static void ComesBack<T>(TypeSerializer<T> serializer, Gen<T> values)
    {
        var snapshotReader = new JavaDataReader(SerializerSnapshots.ToBytes(serializer.Snapshot));
        var restored = SerializerSnapshots.Read(ref snapshotReader).RestoreSerializer();
        restored.FixedLength.Should().Be(serializer.FixedLength);
        values.Sample(value =>
        {
            var writer = new JavaDataWriter();
            serializer.Write(writer, value);
            if (serializer.FixedLength > 0)
            {
                writer.Length.Should().Be(serializer.FixedLength);
            }

            var reader = new JavaDataReader(writer.WrittenSpan);
            var read = serializer.Read(ref reader);
            reader.Remaining.Should().Be(0);
            reader.Seek(0);
            serializer.Skip(ref reader);
            reader.Remaining.Should().Be(0);
            reader.Seek(0);
            var rewritten = new JavaDataWriter();
            serializer.Write(rewritten, read);
            restored.WriteObject(rewritten, restored.ReadObject(ref reader));
            rewritten.WrittenSpan[..writer.Length].SequenceEqual(writer.WrittenSpan).Should().BeTrue();
            rewritten.WrittenSpan[writer.Length..].SequenceEqual(writer.WrittenSpan).Should().BeTrue();
            if (value is not (System.Collections.ICollection or double.NaN or float.NaN))
            {
                read.Should().Be(value);
            }
        });
    }
}
