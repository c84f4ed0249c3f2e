using System.Buffers;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.Values;

public sealed class ValueJsonTests
{
    public static TheoryData<object?, string> Forms => new()
    {
        { null, "null" },
        { true, "true" },
        { (sbyte)-1, "-1" },
        { (short)258, "258" },
        { int.MinValue, "-2147483648" },
        { long.MaxValue, "9223372036854775807" },
        { 0.1f, "0.1" },
        { -0.5, "-0.5" },
        { double.NaN, "\"NaN\"" },
        { float.PositiveInfinity, "\"Infinity\"" },
        { double.NegativeInfinity, "\"-Infinity\"" },
        { 'ż', "\"ż\"" },
        { "a\"b", "\"a\\\"b\"" },
        { new FlinkEnum("Colour", "RED"), "\"RED\"" },
        { new JavaBigInteger(BigInteger.Pow(10, 30)), "\"1000000000000000000000000000000\"" },
        { new BigDecimal(new BigInteger(110), 2), "\"1.10\"" },
        { new BigDecimal(new BigInteger(-5), 3), "\"-0.005\"" },
        { new BigDecimal(new BigInteger(5), -3), "\"5000\"" },
        { new BigDecimal(new BigInteger(5), int.MinValue), "\"5E2147483648\"" },
        { new byte[] { 0, 0, 255 }, "\"AAD/\"" },
        { new LocalDate(2024, 2, 29), "\"2024-02-29\"" },
        { new LocalDate(-1, 1, 1), "\"-0001-01-01\"" },
        { new LocalDate(10_000, 1, 1), "\"+10000-01-01\"" },
        { new LocalTime(23, 59, 58, 123_456_789), "\"23:59:58.123456789\"" },
        { new LocalTime(12, 0, 0, 0), "\"12:00:00\"" },
        { new LocalDateTime(new LocalDate(1969, 12, 31), new LocalTime(23, 59, 59, 999_000_001)), "\"1969-12-31T23:59:59.999000001\"" },
        { new Instant(-1, 5), "\"1969-12-31T23:59:59.000000005Z\"" },
        { Instant.OfEpochMilli(-1), "\"1969-12-31T23:59:59.999Z\"" },
        { new List<object?> { 1, "a", null }, "[1,\"a\",null]" },
        { new[] { 1L, 2L }, "[1,2]" },
        { new FlinkTuple("a", 1L), "[\"a\",1]" },
        { ("a", 1L), "[\"a\",1]" },
        { new FlinkRow(RowKind.Delete, 1, null), "[1,null]" },
        { new FlinkMap(new KeyValuePair<object?, object?>("b", 1), new KeyValuePair<object?, object?>("a", 2)), "{\"a\":2,\"b\":1}" },
        { new FlinkMap(new KeyValuePair<object?, object?>(2L, "x"), new KeyValuePair<object?, object?>(10L, "y")), "[[10,\"y\"],[2,\"x\"]]" },
        { new FlinkMap(), "{}" },
        { new FlinkMap(new KeyValuePair<object?, object?>(null, 1), new KeyValuePair<object?, object?>("a", 2)), "[[\"a\",2],[null,1]]" },
        { new Dictionary<string, long> { ["b"] = 1, ["a"] = 2 }, "{\"a\":2,\"b\":1}" },
        { new FlinkEither(true, 1), "{\"left\":1}" },
        { new FlinkEither(false, null), "{\"right\":null}" },
        { new FlinkPojo(new NamedFields("P", ["x", "y"]), 1, null), "{\"x\":1,\"y\":null}" },
        { new AvroRecord(new NamedFields("R", ["x"]), new AvroAlternative(1, "a")), "{\"x\":\"a\"}" },
        { new OpaqueValue("golden.Opaque", new byte[] { 1 }), "{\"$kryo\":\"golden.Opaque\"}" },
        { new StoredValue("a", new byte[] { 1 }), "\"a\"" },
        { new SubclassValue("C", 1), "1" },
        { new TtlValue<object?>(7, "a"), "\"a\"" },
        { new TtlValue<long>(7, 8), "8" },
        { new TimeWindow(0, 5000), "{\"start\":0,\"end\":5000}" },
        { GlobalWindow.Instance, "\"global\"" },
        { VoidNamespace.Instance, "null" },
        { new RawValue(new byte[] { 1, 2 }), "{\"$raw\":\"AQI=\"}" },
        { new RowDataValue(RowKind.Insert, [1, "a"], default), "[1,\"a\"]" },
        { new StreamElement(0, 5, "a"), "{\"timestamp\":5,\"value\":\"a\"}" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_has_its_JSON(object? value, string json) => Json(value).Should().Be(json);

    [Fact]
    public void Half_a_surrogate_pair_is_not_replaced()
    {
        Json("a\uD83D").Should().Be("\"a\\ud83d\"");
        Json('\uDE00').Should().Be("\"\\ude00\"");
        Json("\uD83D\uDE00").Should().NotContain("FFFD");
        Json(new FlinkMap(new KeyValuePair<object?, object?>("\uD83D", 1))).Should().Be("[[\"\\ud83d\",1]]");
    }

    [Fact]
    public void What_no_serializer_gives_is_refused() =>
        Assert.Throws<NotSupportedException>(() => Json(new Version(1, 0))).Message.Should().Contain("Version");

    private static string Json(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            ValueJson.Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
