using System.Numerics;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Tests.Types;

public sealed class TypeInformationTests
{
    [Fact]
    public void Every_basic_type_is_found()
    {
        TypeInformation.Of<bool>().Should().BeSameAs(Streaming.Types.Types.Boolean);
        TypeInformation.Of<sbyte>().Should().BeSameAs(Streaming.Types.Types.Byte);
        TypeInformation.Of<short>().Should().BeSameAs(Streaming.Types.Types.Short);
        TypeInformation.Of<int>().Should().BeSameAs(Streaming.Types.Types.Int);
        TypeInformation.Of<long>().Should().BeSameAs(Streaming.Types.Types.Long);
        TypeInformation.Of<float>().Should().BeSameAs(Streaming.Types.Types.Float);
        TypeInformation.Of<double>().Should().BeSameAs(Streaming.Types.Types.Double);
        TypeInformation.Of<char>().Should().BeSameAs(Streaming.Types.Types.Char);
        TypeInformation.Of<string>().Should().BeSameAs(Streaming.Types.Types.String);
        TypeInformation.Of<BigInteger>().Should().BeSameAs(Streaming.Types.Types.BigInteger);
        TypeInformation.Of<DateTimeOffset>().Should().BeSameAs(Streaming.Types.Types.Instant);
        TypeInformation.Of<byte[]>().Should().BeSameAs(Streaming.Types.Types.Bytes);
    }

    [Fact]
    public void A_type_made_of_parts_is_described_by_them() =>
        TypeInformation.Of<Dictionary<string, List<(long, int[])>>>().ToString()
            .Should().Be("Map<String, List<Tuple2<Long, Int[]>>>");

    [Fact]
    public void The_same_type_gets_the_same_description() =>
        TypeInformation.Of<Person>().Should().BeSameAs(TypeInformation.Of<Person>());

    [Fact]
    public void The_fields_of_a_pojo_are_its_properties_under_java_names_in_order_of_name()
    {
        var person = TypeInformation.Of<Person>().Should().BeOfType<PojoTypeInformation<Person>>().Subject;

        person.JavaName.Should().Be("people.Person");
        person.Fields.Select(field => (field.JavaName, field.Type.ToString(), field.IsNullable, field.Index)).Should().Equal(
            ("age", "Int", true, 0),
            ("home", "people.Place(city: String)", true, 1),
            ("id", "Long", false, 2),
            ("nameOfPerson", "String", false, 3));
    }

    [Fact]
    public void A_pojo_is_taken_apart_and_put_together_again()
    {
        var type = (PojoTypeInformation<Person>)TypeInformation.Of<Person>();
        Person[] people = [new Person("Ann", 7, 30, new Place { City = "Ulm" }), new Person("Bob", 8, null, null)];

        foreach (var person in people)
        {
            object?[] values = [.. type.Fields.Select(field => field.Get(person))];
            type.Create(values).Should().Be(person);
        }
    }

    [Fact]
    public void Null_for_a_property_that_cannot_hold_it_leaves_the_default()
    {
        var record = (PojoTypeInformation<Person>)TypeInformation.Of<Person>();
        var mutable = (PojoTypeInformation<Mutable>)TypeInformation.Of<Mutable>();

        record.Create([null, null, null, "Cid"]).Should().Be(new Person("Cid", 0, null, null));
        mutable.Create([null, null]).Should().BeEquivalentTo(new { Count = 5, Label = (string?)null });
    }

    [Fact]
    public void A_tuple_is_taken_apart_and_put_together_again()
    {
        var type = (TupleTypeInformation<(string Name, long Count, bool Flag)>)TypeInformation.Of<(string Name, long Count, bool Flag)>();

        type.JavaName.Should().Be("org.apache.flink.api.java.tuple.Tuple3");
        type.Split(("a", 2, true)).Should().Equal("a", 2L, true);
        type.Create(["b", 3L, false]).Should().Be(("b", 3L, false));
    }

    [Fact]
    public void An_unknown_type_is_refused_by_name() =>
        Refusing<Uri>().Should().Throw<JobGraphException>().WithMessage("No type information for System.Uri:*");

    [Fact]
    public void An_unknown_part_is_refused_with_what_it_is_part_of() =>
        Refusing<List<Dictionary<string, Uri>>>().Should().Throw<JobGraphException>()
            .WithMessage("No type information for System.Uri (within *List*");

    [Fact]
    public void Unsigned_bytes_have_no_java_type() => Refusing<byte>().Should().Throw<JobGraphException>();

    [Fact]
    public void A_nullable_part_of_a_tuple_is_refused_because_tuples_hold_no_nulls() =>
        Refusing<(string, long?)>().Should().Throw<JobGraphException>().WithMessage("*Nullable*");

    [Fact]
    public void A_recursive_type_is_refused() =>
        Refusing<Tree>().Should().Throw<JobGraphException>().WithMessage("*Tree*contains itself*");

    [Fact]
    public void A_tuple_of_more_than_seven_parts_is_refused() =>
        Refusing<(int, int, int, int, int, int, int, int)>().Should().Throw<JobGraphException>().WithMessage("*one to seven*");

    [Fact]
    public void A_pojo_without_usable_constructor_is_refused() =>
        Refusing<Closed>().Should().Throw<JobGraphException>().WithMessage("*Closed*constructor*");

    [Fact]
    public void What_can_be_a_key_says_so()
    {
        TypeInformation.Of<(string, long)>().ReasonAgainstKey.Should().BeNull();
        TypeInformation.Of<List<int>>().ReasonAgainstKey.Should().BeNull();
        TypeInformation.Of<byte[]>().ReasonAgainstKey.Should().Contain("array");
        TypeInformation.Of<(string, byte[])>().ReasonAgainstKey.Should().Contain("array");
        TypeInformation.Of<Place>().ReasonAgainstKey.Should().Contain("people.Place");
    }

    private static Action Refusing<T>() => () => TypeInformation.Of<T>();

    [JavaType("people.Person")]
    public sealed record Person(string NameOfPerson, long Id, int? Age, Place? Home);

    [JavaType("people.Place")]
    public sealed record Place
    {
        public string? City { get; init; }
    }

    [JavaType("people.Mutable")]
    public sealed class Mutable
    {
        public int Count { get; set; } = 5;

        public string? Label { get; set; } = "initial";
    }

    [JavaType("people.Tree")]
    public sealed record Tree(List<Tree> Children);

    [JavaType("people.Closed")]
    public sealed class Closed
    {
        private Closed()
        {
        }

        public int Value { get; set; }
    }
}
