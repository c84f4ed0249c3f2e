using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Namespaces;

namespace SavepointCli.Format.Tests.KeyedState;

public sealed class KeyLayoutTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(128, 1)]
    [InlineData(129, 2)]
    [InlineData(32768, 2)]
    public void The_key_group_takes_a_second_byte_above_128(int maxParallelism, int length) =>
        new KeyLayout(maxParallelism, BasicSerializers.Long, NamespaceSerializers.Void).PrefixLength.Should().Be(length);

    [Fact]
    public void Key_and_namespace_that_both_vary_are_followed_by_their_lengths()
    {
        var layout = new KeyLayout(128, BasicSerializers.String, BasicSerializers.String);

        layout.IsAmbiguous.Should().BeTrue();
        var key = Write(layout, 7, "k5", "w", 1);

        Convert.ToHexStringLower(key).Should().Be("07" + "036b35" + "03" + "0277" + "02" + "00000001");
        PartsOf(layout, key, 7).Should().Be(("036b35", "0277", "00000001"));
    }

    [Fact]
    public void A_long_key_has_two_length_bytes()
    {
        var layout = new KeyLayout(256, BasicSerializers.String, BasicSerializers.String);
        var text = new string('x', 298);

        var key = Write(layout, 0xA3, text, "w", 1);

        key[..2].Should().Equal(0x00, 0xA3);
        key[302..304].Should().Equal(0x2C, 0x01);
        PartsOf(layout, key, 0xA3).Namespace.Should().Be("0277");
    }

    [Fact]
    public void A_void_namespace_says_that_it_has_no_length_so_no_lengths_follow()
    {
        var layout = new KeyLayout(128, BasicSerializers.String, NamespaceSerializers.Void);

        layout.IsAmbiguous.Should().BeFalse();
        PartsOf(layout, Convert.FromHexString("05036b3500036132"), 5).Should().Be(("036b35", "00", "036132"));
    }

    [Theory]
    [InlineData("06036b3500")]
    [InlineData("05")]
    [InlineData("")]
    [InlineData("05036b")]
    public void A_key_that_does_not_fit_is_a_fault(string hex)
    {
        var layout = new KeyLayout(128, BasicSerializers.String, NamespaceSerializers.Void);
        var split = () => layout.Split(Convert.FromHexString(hex), 5);

        split.Should().Throw<SavepointFormatException>();
    }

    [Fact]
    public void Wrong_length_bytes_are_a_fault()
    {
        var layout = new KeyLayout(128, BasicSerializers.String, BasicSerializers.String);
        var split = () => layout.Split(Convert.FromHexString("07036b3504027702"), 7);

        split.Should().Throw<SavepointFormatException>().WithMessage("*length bytes*");
    }

    private static byte[] Write(KeyLayout layout, int keyGroup, string key, string @namespace, int userKey)
    {
        var writer = new JavaDataWriter();
        var start = layout.Begin(writer, keyGroup);
        BasicSerializers.String.Write(writer, key);
        start = layout.EndPart(writer, start);
        BasicSerializers.String.Write(writer, @namespace);
        layout.EndPart(writer, start);
        writer.WriteInt32(userKey);
        return writer.ToArray();
    }

    private static (string Key, string Namespace, string UserKey) PartsOf(KeyLayout layout, byte[] key, int keyGroup)
    {
        var parts = layout.Split(key, keyGroup);
        return (Convert.ToHexStringLower(key[parts.Key]), Convert.ToHexStringLower(key[parts.Namespace]), Convert.ToHexStringLower(key[parts.UserKey]));
    }
}
