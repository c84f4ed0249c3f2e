using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Tests.Ids;

public sealed class OperatorIdsTests
{
    [Theory]
    [InlineData("my-uid", "8409efe6adc6d20787611f16017c808f")]
    [InlineData("source", "e5a72f353fc1e6bbf3bd96a41384998c")]
    [InlineData("counter", "0da08f51eaa85fc298e176a139b3649a")]
    [InlineData("proc", "576dd1d1f766474368806deb544ded87")]
    [InlineData("src", "f362c87ffabe89c8a91fa7d0a523ba6c")]
    [InlineData("żółć", "a5b3f7f1234267a8dcbeea7a87b9aed3")]
    [InlineData("", "00000000000000000000000000000000")]
    public void A_uid_hashes_to_the_id_that_Flink_gives_it(string uid, string id) =>
        OperatorIds.FromUid(uid).ToString().Should().Be(id);

    [Theory]
    [InlineData(0, "bc764cd8ddf7a0cff126f51c16239658")]
    [InlineData(1, "cbc357ccb763df2852fee8c4fc7d55f2")]
    public void A_source_without_a_uid_depends_on_what_is_chained_to_it(int chained, string id) =>
        OperatorIds.FromPosition(0, chained, []).ToString().Should().Be(id);

    [Fact]
    public void Operators_without_a_uid_depend_on_all_that_lies_in_front_of_them()
    {
        var source = OperatorIds.FromPosition(0, 0, []);
        var second = OperatorIds.FromPosition(1, 0, [source]);

        second.ToString().Should().Be("0a448493b4782967b150582570326227");
        OperatorIds.FromPosition(1, 1, [source]).ToString().Should().Be("20ba6b65f97481d5570070de90e4e791");
        OperatorIds.FromPosition(2, 0, [second]).ToString().Should().Be("ea632d67b7d595e5b851708ae9ad79d6");
    }

    [Fact]
    public void A_chain_of_four_operators_gets_the_ids_of_a_real_job()
    {
        var source = OperatorIds.FromPosition(0, 1, []);
        var map = OperatorIds.FromPosition(1, 0, [source]);
        var reduce = OperatorIds.FromPosition(2, 1, [map]);
        var print = OperatorIds.FromPosition(3, 0, [reduce]);

        new[] { map, reduce, print }.Select(id => id.ToString()).Should().Equal(
            "7df19f87deec5680128845fd9a6ca18d", "90bea66de1c231edf33913ecd54406c1", "17fbfcaabad45985bbdf4da0490487e3");
    }

    [Fact]
    public void The_text_form_is_the_bytes_in_order()
    {
        OperatorId.TryParse("576DD1D1F766474368806DEB544DED87", out var id).Should().BeTrue();
        var bytes = new byte[OperatorId.Size];
        id.CopyTo(bytes);

        Convert.ToHexStringLower(bytes).Should().Be("576dd1d1f766474368806deb544ded87");
        OperatorId.FromBytes(bytes).Should().Be(id);
    }

    [Theory]
    [InlineData("576dd1d1f766474368806deb544ded8")]
    [InlineData("576dd1d1f766474368806deb544ded8g")]
    [InlineData("")]
    public void What_is_not_32_hex_digits_is_no_id(string text) => OperatorId.TryParse(text, out _).Should().BeFalse();
}
