using System.Numerics;
using SavepointCli.Engine.Types.Equality;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tests.Types;

public sealed class JavaEqualityTests
{
    [Fact]
    public void Hashes_are_those_of_Java()
    {
        Hash(42).Should().Be(42);
        Hash((short)-3).Should().Be(-3);
        Hash('ż').Should().Be('ż');
        Hash(true).Should().Be(1231);
        Hash(-1L).Should().Be(0);
        Hash(1L << 32).Should().Be(1);
        Hash("hello").Should().Be(99162322);
        Hash(1.5).Should().Be(1073217536);
        Hash(new BigInteger(-5)).Should().Be(-5);
        Hash((7, "a")).Should().Be((31 * 7) + 97);
        Hash(new List<int> { 1, 2 }).Should().Be((31 * (31 + 1)) + 2);
        Hash(new Dictionary<int, int> { [1] = 3, [2] = 2 }).Should().Be(2);
        Hash(new DateOnly(2024, 2, 29)).Should().Be((2024 & unchecked((int)0xFFFFF800)) ^ ((2024 << 11) + (2 << 6) + 29));
        Hash(DateTimeOffset.UnixEpoch.AddTicks(-1)).Should().Be(unchecked(51 * 999_999_900));
    }

    [Fact]
    public void Equality_is_by_content_and_by_bits()
    {
        Equal(0.0, -0.0).Should().BeFalse();
        Equal(double.NaN, -double.NaN).Should().BeTrue();
        Equal(0.0f, -0.0f).Should().BeFalse();
        Equal((0.0, 1), (-0.0, 1)).Should().BeFalse();
        Equal(("a", 1), ("a", 1)).Should().BeTrue();
        Equal(new List<string> { "a" }, ["a"]).Should().BeTrue();
        Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, new() { ["b"] = 2, ["a"] = 1 }).Should().BeTrue();
        Equal(new Dictionary<string, int> { ["a"] = 1 }, new() { ["a"] = 2 }).Should().BeFalse();
    }

    [Fact]
    public void Arrays_and_POJOs_have_no_equality_that_holds_in_every_JVM()
    {
        JavaEqualities.TryFind(TypeInformation.Of<long[]>()).Should().BeNull();
        JavaEqualities.TryFind(TypeInformation.Of<PojoEvolutionTests.Other>()).Should().BeNull();
        JavaEqualities.TryFind(TypeInformation.Of<(int, byte[])>()).Should().BeNull();
    }

    private static int Hash<T>(T value) => JavaEqualities.OfKey(TypeInformation.Of<T>()).GetHashCode(value!);

    private static bool Equal<T>(T left, T right) => JavaEqualities.OfKey(TypeInformation.Of<T>()).Equals(left, right);
}
