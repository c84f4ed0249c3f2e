using System.Text;
using CsCheck;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.Serializers;

/// <summary>What is printed straight from the bytes is what is printed of the decoded value.</summary>
public sealed class PrintJsonTests
{
    private static readonly Gen<string?> Texts = Gen.OneOf(
        Gen.Const((string?)null), Gen.String, Gen.String[Gen.Char[' ', '~'], 0, 300], Gen.String[Gen.Char['\0', '\uFFFF'], 0, 20], Gen.Const("a😀ü\"\\\u007f<&'>"));

    public static TheoryData<int, string> ValueRows()
    {
        var data = new TheoryData<int, string>();
        foreach (var row in SerializerVectors.Values)
        {
            data.Add(row.Index, row.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ValueRows))]
    public void A_value_of_real_Flink_prints_the_same_both_ways(int index, string name)
    {
        var row = SerializerVectors.All[index];
        var serializer = SerializerVectors.SerializerOf(row);
        if (serializer.PrintsJson)
        {
            Printed(serializer, row.Bytes).Should().Be(Decoded(serializer, row.Bytes), name);
        }
    }

    [Fact]
    public void Most_basic_types_print_without_being_decoded() =>
        SerializerVectors.Values.Where(row => SerializerVectors.SerializerOf(row).PrintsJson).Select(row => row.Name).Distinct()
            .Should().Contain(["Long", "String", "Double", "Tuple2<String,Long>"]);

    [Fact]
    public void Texts_and_numbers_print_the_same_both_ways()
    {
        Same(BasicSerializers.String, Texts);
        Same(ValueTypeSerializers.String, Texts.Select(text => text ?? ""));
        Same(BasicSerializers.Double, Gen.OneOf(Gen.Double, Gen.Const(double.NaN), Gen.Const(double.NegativeInfinity), Gen.Const(1e300), Gen.Const(-0.0)));
        Same(BasicSerializers.Float, Gen.OneOf(Gen.Float, Gen.Const(float.NaN), Gen.Const(float.PositiveInfinity), Gen.Const(1e20f)));
        Same(BasicSerializers.Long, Gen.Long);
        Same(BasicSerializers.Byte, Gen.SByte);
        Same(ListSerializer.Of(BasicSerializers.String), Texts.List);
    }

    [Fact]
    public void A_value_that_was_printed_is_read_back_to_the_same_bytes()
    {
        ReadsBack(BasicSerializers.String, Texts.Where(text => text is null || JsonTextIsWhole(text)));
        ReadsBack(BasicSerializers.Long, Gen.Long);
        ReadsBack(BasicSerializers.Int, Gen.Int);
        ReadsBack(BasicSerializers.Short, Gen.Short);
        ReadsBack(BasicSerializers.Double, Gen.Double);
        ReadsBack(BasicSerializers.Float, Gen.Float);
        ReadsBack(BasicSerializers.Boolean, Gen.Bool);
    }

    private static bool JsonTextIsWhole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static void Same<T>(TypeSerializer<T> serializer, Gen<T> values) => values.Sample(value =>
    {
        var writer = new JavaDataWriter();
        serializer.Write(writer, value);
        Printed(serializer, writer.ToArray()).Should().Be(Decoded(serializer, writer.ToArray()));
    });

    private static void ReadsBack<T>(TypeSerializer<T> serializer, Gen<T> values) => values.Sample(value =>
    {
        var writer = new JavaDataWriter();
        serializer.Write(writer, value);
        using var json = System.Text.Json.JsonDocument.Parse(Printed(serializer, writer.ToArray()));
        var again = new JavaDataWriter();
        serializer.TryWriteJson(again, json.RootElement).Should().BeTrue();
        again.ToArray().Should().Equal(writer.ToArray());
    });

    private static string Printed(TypeSerializer serializer, byte[] bytes)
    {
        var output = new JsonBuffer();
        var reader = new JavaDataReader(bytes);
        serializer.PrintJson(ref reader, output);
        reader.Remaining.Should().Be(0);
        return Encoding.UTF8.GetString(output.Written);
    }

    private static string Decoded(TypeSerializer serializer, byte[] bytes)
    {
        var output = new JsonBuffer();
        var reader = new JavaDataReader(bytes);
        output.WriteValue(serializer.ReadObject(ref reader));
        return Encoding.UTF8.GetString(output.Written);
    }
}
