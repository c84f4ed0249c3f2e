using CsCheck;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Tests.Java;

public sealed class ModifiedUtf8Tests
{
    [Fact]
    public void NUL_takes_two_bytes_and_each_surrogate_three()
    {
        var writer = new JavaDataWriter();

        ModifiedUtf8.Write(writer, "a\0ż中😀");

        Convert.ToHexStringLower(writer.WrittenSpan).Should().Be("000e61c080c5bce4b8adeda0bdedb880");
        Read(writer.ToArray()).Should().Be("a\0ż中😀");
    }

    [Fact]
    public void Any_text_of_UTF16_units_survives_lone_surrogates_included() =>
        Gen.Char.Array[0, 200].Select(units => new string(units)).Sample(text =>
        {
            var writer = new JavaDataWriter();
            ModifiedUtf8.Write(writer, text);
            writer.Length.Should().Be(sizeof(ushort) + ModifiedUtf8.EncodedLength(text));
            Read(writer.ToArray()).Should().Be(text);
        });

    [Theory]
    [InlineData("0001c0")]
    [InlineData("000280ff")]
    [InlineData("0002c320")]
    [InlineData("0002e4b8")]
    [InlineData("0004f09f9880")]
    public void Broken_sequences_are_faults_with_their_place(string hex)
    {
        var read = () => Read(Convert.FromHexString(hex));

        read.Should().Throw<SavepointFormatException>().WithMessage("*not modified UTF-8*").Which.Offset.Should().Be(2);
    }

    [Fact]
    public void A_plain_zero_byte_is_read_as_NUL_as_Java_does() => Read([0, 2, 0, 0xC3 & 0x7F]).Should().Be("\0C");

    [Fact]
    public void A_text_cut_off_is_truncated()
    {
        var read = () => Read([0, 3, 65, 66]);

        read.Should().Throw<SavepointFormatException>().WithMessage("truncated*");
    }

    [Fact]
    public void A_text_that_the_length_bytes_cannot_count_is_refused()
    {
        var write = () => ModifiedUtf8.Write(new JavaDataWriter(), new string('ż', 32768));

        write.Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Unsupported);
    }

    [Fact]
    public void Skipping_ends_where_reading_ends()
    {
        var reader = new JavaDataReader([0, 2, 65, 66, 7]);

        ModifiedUtf8.Skip(ref reader);

        reader.ReadByte().Should().Be(7);
    }

    private static string Read(byte[] bytes)
    {
        var reader = new JavaDataReader(bytes);
        return ModifiedUtf8.Read(ref reader);
    }
}
