using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.Serializers;

public sealed class KryoSerializerTests
{
    private const string StringsByName = "0100" + "6a6176612e7574696c2e41727261794c6973f4" + "01" + "02" + "030174b3" + "030184c3bc3133";
    private const string MapByName = "0100" + "6a6176612e7574696c2e486173684d61f0" + "01" + "02" + "0301776565eb" + "02b601" + "03016461f9" + "021a";

    [Fact]
    public void A_list_that_Flink_1_wrote_is_read()
    {
        Decode(KryoVersion.Kryo2, StringsByName).Should().BeEquivalentTo(new List<object?> { "t3", "ü13" });
        Decode(KryoVersion.Kryo2, "570102030182610202").Should().BeEquivalentTo(new List<object?> { "a", 1 });
    }

    [Fact]
    public void A_map_that_Flink_1_wrote_is_read() =>
        Decode(KryoVersion.Kryo2, MapByName).Should().Be(new FlinkMap(new KeyValuePair<object?, object?>("week", 91), new KeyValuePair<object?, object?>("day", 13)));

    [Fact]
    public void A_list_that_Flink_2_wrote_is_read() =>
        Decode(KryoVersion.Kryo5, "570103030182610202").Should().BeEquivalentTo(new List<object?> { "a", 1 });

    [Fact]
    public void A_list_of_one_class_that_Flink_2_wrote_names_the_class_once()
    {
        Decode(KryoVersion.Kryo5, "5701" + "84" + "02" + "00" + "020406").Should().BeEquivalentTo(new List<object?> { 1, 2, 3 });
        Decode(KryoVersion.Kryo5, "5701" + "83" + "02" + "01" + "0102" + "00").Should().BeEquivalentTo(new List<object?> { 1, null });
        Decode(KryoVersion.Kryo5, "5701" + "83" + "03" + "01" + "018261" + "00").Should().BeEquivalentTo(new List<object?> { "a", null });
        Decode(KryoVersion.Kryo5, "5701" + "83" + "00").Should().BeEquivalentTo(new List<object?> { null, null });
    }

    [Fact]
    public void Which_Kryo_it_was_must_be_known_where_the_two_differ()
    {
        ReadDelimited(KryoVersion.Unknown, StringsByName).Should().BeOfType<OpaqueValue>().Which.ClassName.Should().Be("java.util.ArrayList");
        Decode(KryoVersion.Unknown, "030182" + "61").Should().Be("a");
        Decode(KryoVersion.Unknown, "09" + "03").Should().Be(-2L);
    }

    [Theory]
    [InlineData("0203", -2)]
    [InlineData("0501", true)]
    [InlineData("06ff", (sbyte)-1)]
    [InlineData("070061", 'a')]
    [InlineData("080102", (short)258)]
    [InlineData("043fc00000", 1.5f)]
    [InlineData("0abfe0000000000000", -0.5)]
    [InlineData("09feffffffffffffffff", long.MaxValue)]
    [InlineData("030181", "")]
    public void Boxed_primitives_and_texts_of_Flink_1_are_read(string hex, object expected) => Decode(KryoVersion.Kryo2, hex).Should().Be(expected);

    [Theory]
    [InlineData("076100", 'a')]
    [InlineData("080201", (short)258)]
    [InlineData("040000c03f", 1.5f)]
    [InlineData("0a000000000000e0bf", -0.5)]
    public void Numbers_of_fixed_width_of_Flink_2_are_little_endian(string hex, object expected) => Decode(KryoVersion.Kryo5, hex).Should().Be(expected);

    [Fact]
    public void An_object_that_occurs_twice_is_written_once() =>
        Decode(KryoVersion.Kryo2, "5701" + "02" + "03018261" + "0303").Should().BeEquivalentTo(new List<object?> { "a", "a" });

    [Fact]
    public void A_class_name_that_occurs_twice_is_written_once() =>
        Decode(KryoVersion.Kryo2, "5701" + "02" + "0100" + "6a6176612e7574696c2e446174e5" + "01" + "01" + "0100" + "01" + "02")
            .Should().BeEquivalentTo(new List<object?> { new Instant(0, 1_000_000), new Instant(0, 2_000_000) });

    [Fact]
    public void The_list_of_Arrays_asList_has_a_component_class() =>
        Decode(KryoVersion.Kryo2, "4b01" + "02" + "03" + "03018261" + "03018262").Should().BeEquivalentTo(new List<object?> { "a", "b" });

    [Fact]
    public void A_list_that_contains_itself_stays_opaque()
    {
        ReadDelimited(KryoVersion.Kryo2, "5701" + "01" + "5702").Should().BeOfType<OpaqueValue>();
    }

    [Fact]
    public void Lists_that_refer_to_each_other_without_end_are_a_fault()
    {
        // Every list holds the one before it 16 times.
        var inner = "570110" + "030182" + "61" + string.Concat(Enumerable.Repeat("0304", 15));
        var levels = new System.Text.StringBuilder("5701").Append("09").Append(inner);
        for (var level = 0; level < 8; level++)
        {
            var before = level == 0 ? 3 : 4 + level;
            levels.Append("570110").Append(string.Concat(Enumerable.Repeat($"57{before:x2}", 16)));
        }

        Assert.Throws<SavepointFormatException>(() => Decode(KryoVersion.Kryo2, levels.ToString())).Message.Should().Contain("too often");
    }

    [Fact]
    public void A_class_of_the_job_is_kept_as_bytes_where_the_state_delimits_it()
    {
        var value = ReadDelimited(KryoVersion.Kryo2, "0100" + "636f6d2e657861ed" + "0107");

        value.Should().BeOfType<OpaqueValue>().Which.ClassName.Should().Be("com.exam");
    }

    [Fact]
    public void A_class_of_the_job_inside_a_list_is_kept_with_the_list()
    {
        var value = ReadDelimited(KryoVersion.Kryo2, "5701" + "01" + "0100" + "636f6d2e657861ed" + "0107");

        value.Should().BeOfType<OpaqueValue>().Which.Bytes.Length.Should().Be(15);
    }

    [Fact]
    public void Null_is_one_byte() => ReadDelimited(KryoVersion.Kryo2, "00").Should().BeNull();

    private static object? Decode(KryoVersion kryo, string hex)
    {
        var reader = new JavaDataReader(Convert.FromHexString(hex));
        var value = Serializer(kryo).ReadObject(ref reader);
        reader.Remaining.Should().Be(0);
        return value.Should().BeOfType<StoredValue>().Subject.Value;
    }

    private static object? ReadDelimited(KryoVersion kryo, string hex)
    {
        var reader = new JavaDataReader(Convert.FromHexString(hex));
        return Serializer(kryo).ReadDelimited(ref reader);
    }

    private static TypeSerializer Serializer(KryoVersion kryo) =>
        SerializerVectors.Read(SerializerVectors.Snapshots.Single(row => row.Name == "Kryo LinkedList")).RestoreSerializer(kryo);
}
