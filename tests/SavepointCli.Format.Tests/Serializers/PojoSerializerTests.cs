using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Pojo;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.Serializers;

public sealed class PojoSerializerTests
{
    private static readonly PojoSerializer Circle = PojoSerializer.Of("Circle", new PojoField("radius", BasicSerializers.Int), new PojoField("name", BasicSerializers.String, "Shape"));
    private static readonly PojoSerializer Square = PojoSerializer.Of("Square", new PojoField("side", BasicSerializers.Int));

    private static readonly PojoSerializerSnapshot Shape = ((PojoSerializerSnapshot)PojoSerializer.Of("Shape", new PojoField("name", BasicSerializers.String)).Snapshot) with
    {
        RegisteredSubclasses = [Entry("Circle", Circle.Snapshot)],
        NonRegisteredSubclasses = [Entry("Square", Square.Snapshot), Entry("Number", BasicSerializers.Long.Snapshot)],
    };

    private static readonly TypeSerializer Shapes = Restored(Shape);

    [Fact]
    public void Fields_are_sorted_by_name_as_in_Flink() => Circle.FieldNames.Names.Should().Equal("name", "radius");

    [Fact]
    public void Each_of_the_four_forms_is_read_and_written()
    {
        ComesBack("01", null);
        ComesBack("02" + "00" + "0261", new FlinkPojo(new NamedFields("Shape", ["name"]), "a"));
        ComesBack("02" + "01", new FlinkPojo(new NamedFields("Shape", ["name"]), [null]));
        ComesBack("08" + "00" + "02" + "01" + "00" + "00000007", new FlinkPojo(new NamedFields("Circle", ["name", "radius"]), null, 7));
        ComesBack("04" + "0006" + "537175617265" + "02" + "00" + "00000007", new FlinkPojo(new NamedFields("Square", ["side"]), 7));
        ComesBack("04" + "0006" + "4e756d626572" + "0000000000000007", new SubclassValue("Number", 7L));
    }

    [Fact]
    public void A_subclass_that_the_snapshot_does_not_know_is_opaque()
    {
        var bytes = Convert.FromHexString("04" + "0003" + "466f6f" + "02" + "0102");
        var reader = new JavaDataReader(bytes);

        Shapes.ReadDelimited(ref reader).Should().Be(new OpaqueValue("Foo", bytes));
    }

    [Fact]
    public void A_tag_without_a_subclass_is_a_fault() =>
        Assert.Throws<SavepointFormatException>(() => Read("0801")).Message.Should().Contain("tag 1");

    [Fact]
    public void A_field_whose_serializer_is_not_known_costs_only_the_values()
    {
        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, "com.example.UnknownSnapshot");
        writer.WriteInt32(1);
        var snapshot = Shape with { Fields = [.. Shape.Fields, new OptionalMapEntry("extra", ReadOnlyMemory<byte>.Empty, writer.ToArray())] };

        var restored = Restored(snapshot);

        restored.Snapshot.Should().Be(snapshot);
        restored.Snapshot.Describe().Should().Be("POJO Shape { name: String, extra: ? }");
        var reader = new JavaDataReader([PojoFlags.ExactClass, 0, 2, (byte)'a', 0, 42]);
        restored.ReadDelimited(ref reader).Should().BeOfType<OpaqueValue>().Which.ClassName.Should().Be("Shape.extra");
    }

    private static TypeSerializer Restored(SerializerSnapshot snapshot)
    {
        var reader = new JavaDataReader(SerializerSnapshots.ToBytes(snapshot));
        return SerializerSnapshots.Read(ref reader).RestoreSerializer();
    }

    private static OptionalMapEntry Entry(string className, SerializerSnapshot snapshot) =>
        new(className, ReadOnlyMemory<byte>.Empty, SerializerSnapshots.ToBytes(snapshot), snapshot);

    private static object? Read(string hex)
    {
        var reader = new JavaDataReader(Convert.FromHexString(hex));
        var value = Shapes.ReadObject(ref reader);
        reader.Remaining.Should().Be(0);
        return value;
    }

    private static void ComesBack(string hex, object? expected)
    {
        var value = Read(hex);
        var writer = new JavaDataWriter();
        Shapes.WriteObject(writer, value);

        value.Should().Be(expected);
        Convert.ToHexStringLower(writer.WrittenSpan).Should().Be(hex);
        var reader = new JavaDataReader(writer.WrittenSpan);
        Shapes.Skip(ref reader);
        reader.Remaining.Should().Be(0);
    }
}
