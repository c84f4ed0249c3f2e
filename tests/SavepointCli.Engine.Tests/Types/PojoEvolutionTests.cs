using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Pojo;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tests.Types;

public sealed class PojoEvolutionTests
{
    private const string JavaName = "test.Person";

    [Fact]
    public void Fields_are_written_sorted_by_name_with_a_flag_for_null()
    {
        var serializer = SerializerResolver.Fresh(TypeInformation.Of<Person>());

        var bytes = Write(serializer, new Person { X = 7, Name = "n", Opt = null });

        Convert.ToHexString(bytes).Should().Be("02" + "00" + "026E" + "01" + "00" + "00000007", "the fields are name, opt, x");
        ((PojoSerializerSnapshot)serializer.Snapshot).Fields.Select(field => field.Name).Should().Equal("name", "opt", "x");
    }

    [Fact]
    public void What_the_typed_serializer_writes_the_general_one_reads()
    {
        var serializer = SerializerResolver.Fresh(TypeInformation.Of<Person>());
        var bytes = Write(serializer, new Person { X = 7, Name = "n", Opt = 5 });
        var reader = new JavaDataReader(bytes);

        var general = serializer.Snapshot.RestoreSerializer().ReadObject(ref reader);

        general.Should().Be(new Format.Values.FlinkPojo(new(JavaName, ["name", "opt", "x"]), "n", 5L, 7));
    }

    [Fact]
    public void A_null_POJO_is_one_byte()
    {
        var serializer = SerializerResolver.Fresh(TypeInformation.Of<Person>());
        var bytes = Write(serializer, null!);
        var reader = new JavaDataReader(bytes);

        bytes.Should().Equal(1);
        serializer.Read(ref reader).Should().BeNull();
    }

    [Fact]
    public void The_field_order_of_the_restored_snapshot_stays()
    {
        var sorted = (PojoSerializerSnapshot)SerializerResolver.Fresh(TypeInformation.Of<Person>()).Snapshot;
        var restored = sorted with { Fields = [.. sorted.Fields.Reverse()] };

        var resolved = SerializerResolver.Resolve(TypeInformation.Of<Person>(), restored);

        resolved.Compatibility.Should().Be(Compatibility.AsIs);
        resolved.Writer.Snapshot.Should().Be(restored);
        Convert.ToHexString(Write(resolved.Writer, new Person { X = 7, Name = "n" })).Should().Be("02" + "00" + "00000007" + "01" + "00" + "026E");
        ReadBack(resolved.Reader, Write(resolved.Writer, new Person { X = 7, Name = "n" })).Should().BeEquivalentTo(new Person { X = 7, Name = "n" });
    }

    [Fact]
    public void A_removed_field_is_dropped_and_an_added_one_keeps_its_default()
    {
        var old = SerializerResolver.Fresh(TypeInformation.Of<Person>());
        var bytes = Write(old, new Person { X = 7, Name = "n", Opt = 5 });

        var resolved = SerializerResolver.Resolve(TypeInformation.Of<NewPerson>(), old.Snapshot);

        resolved.Compatibility.Should().Be(Compatibility.AfterMigration);
        ReadBack(resolved.Reader, bytes).Should().BeEquivalentTo(new NewPerson { Name = "n", X = 7, Added = "default" });
        ((PojoSerializerSnapshot)resolved.Writer.Snapshot).Fields.Select(field => field.Name).Should().Equal("added", "name", "x");
    }

    [Fact]
    public void A_field_of_another_type_or_another_class_name_is_incompatible()
    {
        var old = SerializerResolver.Fresh(TypeInformation.Of<Person>()).Snapshot;

        SerializerResolver.Resolve(TypeInformation.Of<RetypedPerson>(), old).Compatibility.Should().Be(Compatibility.Incompatible);
        SerializerResolver.Resolve(TypeInformation.Of<Other>(), old).Compatibility.Should().Be(Compatibility.Incompatible);
    }

    [Fact]
    public void A_record_without_a_constructor_that_takes_nothing_is_read_back()
    {
        var serializer = SerializerResolver.Fresh(TypeInformation.Of<Point>());
        var point = new Point(3, new Other { Name = "o" }, [1, 2]);

        ReadBack(serializer, Write(serializer, point)).Should().BeEquivalentTo(point);
    }

    [Fact]
    public void Collections_of_a_POJO_and_their_elements_can_be_null_as_in_Flink_2()
    {
        var serializer = SerializerResolver.Fresh(TypeInformation.Of<Collections>());

        serializer.Snapshot.Describe().Should().Be(
            "POJO test.Collections { limits: Nullable<Map<Nullable<String>, Int>>, tags: Nullable<List<Nullable<String>>> }");
        var value = new Collections(null, ["a", null]);
        Convert.ToHexString(Write(serializer, value)).Should().Be("02" + "01" + "00" + "00" + "00000002" + "00" + "0261" + "01");
        ReadBack(serializer, Write(serializer, value)).Should().BeEquivalentTo(value);
    }

    [Fact]
    public void A_value_of_a_subclass_is_refused()
    {
        var serializer = SerializerResolver.Fresh(TypeInformation.Of<Person>());

        var writing = () => Write(serializer, new Child());

        writing.Should().Throw<SavepointException>().WithMessage("*Child*exactly*Person*");
    }

    private static byte[] Write<T>(TypeSerializer<T> serializer, T value)
    {
        var writer = new JavaDataWriter();
        serializer.Write(writer, value);
        return writer.ToArray();
    }

    private static T ReadBack<T>(TypeSerializer<T> serializer, byte[] bytes)
    {
        var skipping = new JavaDataReader(bytes);
        serializer.Skip(ref skipping);
        skipping.Remaining.Should().Be(0);
        var reader = new JavaDataReader(bytes);
        var value = serializer.Read(ref reader);
        reader.Remaining.Should().Be(0);
        return value;
    }

    [JavaType(JavaName)]
    public class Person
    {
        public int X { get; set; }

        public string? Name { get; set; }

        public long? Opt { get; set; }
    }

    [JavaType(JavaName)]
    public sealed class NewPerson
    {
        public int X { get; set; }

        public string? Name { get; set; }

        public string Added { get; set; } = "default";
    }

    [JavaType(JavaName)]
    public sealed class RetypedPerson
    {
        public long X { get; set; }

        public string? Name { get; set; }

        public long? Opt { get; set; }
    }

    [JavaType("test.Other")]
    public sealed class Other
    {
        public string? Name { get; set; }
    }

    [JavaType("test.Point")]
    public sealed record Point(int Number, Other? Other, List<long> Numbers);

    [JavaType("test.Collections")]
    public sealed record Collections(Dictionary<string, int>? Limits, List<string?>? Tags);

    private sealed class Child : Person;
}
