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

        Shapes.ReadDelimited(ref reader).Should().Be(new SubclassValue("Foo", new OpaqueValue("Foo", bytes.AsMemory(6))));
    }

    [Fact]
    public void A_tag_without_a_subclass_is_a_fault() =>
        Assert.Throws<SavepointFormatException>(() => Read("0801")).Message.Should().Contain("tag 1");

    [Fact]
    public void A_field_whose_serializer_is_not_known_costs_only_its_own_values()
    {
        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, "com.example.UnknownSnapshot");
        writer.WriteInt32(1);
        var snapshot = Shape with { Fields = [.. Shape.Fields, new OptionalMapEntry("extra", ReadOnlyMemory<byte>.Empty, writer.ToArray())] };

        var restored = Restored(snapshot);

        restored.Snapshot.Should().Be(snapshot);
        restored.Snapshot.Describe().Should().Be("POJO Shape { name: String, extra: ? }");
        byte[] bytes = [PojoFlags.ExactClass, 0, 2, (byte)'a', 0, 42];
        var reader = new JavaDataReader(bytes);

        var pojo = restored.ReadDelimited(ref reader).Should().BeOfType<FlinkPojo>().Subject;

        pojo["name"].Should().Be("a");
        pojo["extra"].Should().Be(new OpaqueValue("Shape.extra", new byte[] { 42 }));
        var written = new JavaDataWriter();
        restored.WriteDelimited(written, pojo);
        written.ToArray().Should().Equal(bytes);
    }

    [Fact]
    public void A_field_in_the_middle_that_is_opaque_ends_where_the_fields_behind_it_fit()
    {
        var type = (PojoSerializerSnapshot)PojoSerializer.Of(
            "Point", new PojoField("a", BasicSerializers.Int), new PojoField("b", BasicSerializers.Int), new PojoField("c", BasicSerializers.Int)).Snapshot;
        var restored = Restored(type with { Fields = [type.Fields[0], type.Fields[1] with { Value = null, Snapshot = null }, type.Fields[2]] });
        var reader = new JavaDataReader([PojoFlags.ExactClass, 0, 0, 0, 0, 1, 0, 9, 9, 9, 0, 0, 0, 0, 3]);

        var pojo = restored.ReadDelimited(ref reader).Should().BeOfType<FlinkPojo>().Subject;

        pojo.Values.Should().Equal(1, new OpaqueValue("Point.b", new byte[] { 9, 9, 9 }), 3);
    }

    [Fact]
    public void Where_more_than_one_end_fits_the_whole_value_is_opaque()
    {
        var type = (PojoSerializerSnapshot)PojoSerializer.Of(
            "Named", new PojoField("a", BasicSerializers.Int), new PojoField("b", BasicSerializers.String)).Snapshot;
        var restored = Restored(type with { Fields = [type.Fields[0] with { Value = null, Snapshot = null }, type.Fields[1]] });

        // Null at the end, or a text of one unit.
        var reader = new JavaDataReader([PojoFlags.ExactClass, 0, 9, 0, 2, 1]);

        restored.ReadDelimited(ref reader).Should().BeOfType<OpaqueValue>();
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
