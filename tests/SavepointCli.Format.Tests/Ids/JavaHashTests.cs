using System.Globalization;
using System.Numerics;
using System.Text;
using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Tests.Ids;

/// <summary>Keys, their hashes, the murmur of those and the key groups of 128 and of 4096, as computed by Flink's own classes.</summary>
public sealed class JavaHashTests
{
    public static TheoryData<string, int, int, int, int, int> Keys => new()
    {
        { "42L", JavaHash.Of(42L), 42, 1134849565, 29, 3613 },
        { "42", JavaHash.Of(42), 42, 1134849565, 29, 3613 },
        { "(short)42", JavaHash.Of((short)42), 42, 1134849565, 29, 3613 },
        { "-1L", JavaHash.Of(-1L), 0, 593689054, 94, 2526 },
        { "-1", JavaHash.Of(-1), -1, 1982413648, 80, 2896 },
        { "(byte)-1", JavaHash.Of((sbyte)-1), -1, 1982413648, 80, 2896 },
        { "0.0d", JavaHash.Of(0.0d), 0, 593689054, 94, 2526 },
        { "empty", JavaHash.Of(""), 0, 593689054, 94, 2526 },
        { "1", JavaHash.Of(1), 1, 68075478, 86, 4054 },
        { "2", JavaHash.Of(2), 2, 1085422463, 127, 2943 },
        { "3", JavaHash.Of(3), 3, 847579505, 113, 2417 },
        { "0x123456789ABCDEF0L", JavaHash.Of(0x123456789ABCDEF0L), -2004318072, 1749024145, 17, 3473 },
        { "Long.MIN_VALUE", JavaHash.Of(long.MinValue), int.MinValue, 1718298732, 108, 2156 },
        { "-0.0d", JavaHash.Of(-0.0d), int.MinValue, 1718298732, 108, 2156 },
        { "true", JavaHash.Of(true), 1231, 1090530765, 77, 3533 },
        { "false", JavaHash.Of(false), 1237, 1530821891, 3, 3331 },
        { "'a'", JavaHash.Of('a'), 97, 1455541201, 81, 3025 },
        { "a", JavaHash.Of("a"), 97, 1455541201, 81, 3025 },
        { "Tuple1(a)", JavaHash.OfTuple([JavaHash.Of("a")]), 97, 1455541201, 81, 3025 },
        { "1.5d", JavaHash.Of(1.5d), 1073217536, 1684538177, 65, 833 },
        { "1.5f", JavaHash.Of(1.5f), 1069547520, 376679366, 70, 3014 },
        { "hello", JavaHash.Of("hello"), 99162322, 1715862179, 35, 2723 },
        { "user-1", JavaHash.Of("user-1"), -836031825, 1662039673, 121, 1657 },
        { "żółć", JavaHash.Of("żółć"), 11564348, 929941560, 56, 2104 },
        { "😀", JavaHash.Of("😀"), 1772899, 1934073014, 54, 3254 },
        { "Tuple2(a,1)", JavaHash.OfTuple([JavaHash.Of("a"), 1]), 3008, 1123382429, 29, 1181 },
        { "Tuple2(1L,2L)", JavaHash.OfTuple([JavaHash.Of(1L), JavaHash.Of(2L)]), 33, 1605105309, 29, 1693 },
        { "Tuple3(1,2,3)", JavaHash.OfTuple([1, 2, 3]), 1026, 1148688762, 122, 2426 },
        { "Tuple2(a,null)", JavaHash.OfTuple([JavaHash.Of("a"), 0]), 3007, 920805388, 12, 12 },
        { "Row(a,1)", JavaHash.OfRow(0, [JavaHash.OfRowField(97), JavaHash.OfRowField(1)]), 4961, 1805388423, 7, 2695 },
        {
            "Row x=a, y=1",
            JavaHash.OfNamedRow(0, [(Field("x"), JavaHash.OfRowField(97)), (Field("y"), JavaHash.OfRowField(1))]),
            208, 1206391001, 89, 217
        },
        { "UUID", JavaHash.Of(Guid.Parse("123e4567-e89b-12d3-a456-426614174000")), 1256478162, 1329089817, 25, 3353 },
        { "BigInteger", JavaHash.Of(BigInteger.Parse("1234567890123456789012", CultureInfo.InvariantCulture)), -1923721173, 1394997984, 96, 2784 },
        { "BigInteger -5", JavaHash.Of(new BigInteger(-5)), -5, 1637461840, 80, 3920 },
        { "BigDecimal 1.10", JavaHash.OfDecimal(110, 2), 3412, 62524793, 121, 3449 },
        { "BigDecimal 1.1", JavaHash.OfDecimal(11, 1), 342, 1380828364, 76, 1228 },
        { "Instant", JavaHash.OfInstant(1, 500_000_000), -269803775, 82105211, 123, 891 },
        { "LocalDate", JavaHash.OfLocalDate(2020, 2, 29), 4137117, 199026196, 20, 1556 },
        { "Timestamp", JavaHash.OfDate(1500), 1500, 364322899, 83, 83 },
        { "List(1,2)", JavaHash.OfList([1, 2]), 994, 853044911, 47, 3759 },
        { "LongValue", JavaHash.OfLongValue(42), 85, 1510670476, 12, 140 },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_hashes_as_in_Java_and_lands_in_the_same_key_group(
        string key, int actual, int hash, int murmur, int groupOf128, int groupOf4096)
    {
        actual.Should().Be(hash, key);
        Murmur.HashInt32(actual).Should().Be(murmur);
        KeyGroups.Of(actual, 128).Should().Be(groupOf128);
        KeyGroups.Of(actual, 4096).Should().Be(groupOf4096);
    }

    [Theory]
    [InlineData("00000000000000002a00000000000000", 907821237, 69)]
    [InlineData("0000000000000000", -1670924195, 11)]
    [InlineData("000000000000000068656c6c6f000085", 243722546, 88)]
    [InlineData("00000000000000000c000000180000000700000000000000" + "68656c6c6f20776f726c642100000000", 1407054021, 63)]
    public void A_binary_row_hashes_as_the_Table_runtime_does(string row, int hash, int group)
    {
        JavaHash.OfBinaryRow(Convert.FromHexString(row)).Should().Be(hash);
        KeyGroups.Of(hash, 128).Should().Be(group);
    }

    [Fact]
    public void A_binary_string_mixes_the_bytes_left_over_one_by_one() =>
        JavaHash.OfBinaryString(Encoding.UTF8.GetBytes("hello")).Should().Be(-1008564952);

    [Fact]
    public void All_NaN_are_one_key()
    {
        var odd = BitConverter.Int64BitsToDouble(0x7FF8000000000001L);

        JavaHash.Of(odd).Should().Be(JavaHash.Of(double.NaN)).And.Be(0x7FF80000);
        JavaHash.Of(BitConverter.Int32BitsToSingle(0x7FC00001)).Should().Be(JavaHash.Of(float.NaN)).And.Be(0x7FC00000);
    }

    [Fact]
    public void The_smallest_murmur_never_becomes_a_negative_key_group()
    {
        foreach (var hash in new[] { int.MinValue, int.MaxValue, -1, 0, 1 })
        {
            KeyGroups.Of(hash, 128).Should().BeInRange(0, 127);
        }
    }

    private static int Field(string name) => JavaHash.OfRowField(JavaHash.Of(name));
}
