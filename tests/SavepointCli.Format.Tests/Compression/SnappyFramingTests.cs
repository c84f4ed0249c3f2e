using CsCheck;
using SavepointCli.Format.Compression;
using SavepointCli.Format.Streams;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Compression;

public sealed class SnappyFramingTests
{
    private const string Header = "ff060000734e61507059";

    private static readonly Gen<byte[]> Contents = Gen.OneOf(
        Gen.Byte.Array[0, 300],
        Gen.Select(Gen.Byte, Gen.Int[0, 200_000], (value, length) => Enumerable.Repeat(value, length).ToArray()),
        Gen.Byte.Array[65_530, 65_540]);

    [Fact]
    public void Nothing_gives_the_identifier_alone() => Frame([]).Should().Equal(Convert.FromHexString(Header));

    [Fact]
    public void What_does_not_shrink_is_stored_as_it_is() =>
        Frame("hello"u8.ToArray()).Should().Equal(Convert.FromHexString(Header + "01090000bb1f1c1968656c6c6f"));

    [Fact]
    public void What_shrinks_is_stored_as_a_snappy_block() =>
        Frame(new byte[40]).Should().Equal(Convert.FromHexString(Header + "000a0000979d3d122800009a0100"));

    [Fact]
    public void What_was_framed_comes_back() =>
        Contents.Sample(content => Unframe(new MemoryStream(Frame(content))).AsSpan().SequenceEqual(content), iter: 200);

    [Fact]
    public void Short_reads_do_not_matter() =>
        Contents.Sample(content => Unframe(new OneByteAtATimeStream(new MemoryStream(Frame(content)))).AsSpan().SequenceEqual(content), iter: 20);

    [Fact]
    public void Identifiers_in_mid_stream_and_padding_are_passed_over()
    {
        var framed = Frame("hello"u8.ToArray());
        byte[] padding = [0xFE, 2, 0, 0, 9, 9];

        Unframe(new MemoryStream([.. framed, .. padding, .. framed])).Should().Equal("hellohello"u8.ToArray());
    }

    [Fact]
    public void A_block_that_claims_more_than_a_chunk_holds_gets_no_memory()
    {
        var framed = Convert.FromHexString(Header + "000a0000979d3d12ffffff7f9a0100");
        var read = () => Unframe(new MemoryStream(framed));
        read.Should().Throw<SavepointFormatException>();

        var before = GC.GetAllocatedBytesForCurrentThread();
        read.Should().Throw<SavepointFormatException>();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(8 << 20);
    }

    [Theory]
    [InlineData("00000000000000000000")]
    [InlineData("ff060000734e6150705a")]
    [InlineData("ff0600")]
    [InlineData(Header + "02040000")]
    [InlineData(Header + "00030000aabbcc")]
    [InlineData(Header + "01090000bb1f1c1968656c6c")]
    [InlineData(Header + "0109")]
    [InlineData(Header + "000a0000979d3d12ffffff7f9a0100")]
    public void What_is_no_framed_stream_is_a_fault(string hex)
    {
        var read = () => Unframe(new MemoryStream(Convert.FromHexString(hex)));

        read.Should().Throw<SavepointFormatException>().Which.Path.Should().Be("test");
    }

    [Fact]
    public void A_flipped_bit_is_a_fault_or_another_content()
    {
        var framed = Frame([.. Enumerable.Range(0, 3000).Select(i => (byte)(i / 7))]);
        for (var bit = 0; bit < framed.Length * 8; bit++)
        {
            var damaged = (byte[])framed.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                Unframe(new MemoryStream(damaged)).Length.Should().BeLessThanOrEqualTo(65536);
            }
            catch (SavepointFormatException fault)
            {
                fault.Message.Should().Contain("test @");
            }
        }
    }

    internal static byte[] Frame(byte[] content)
    {
        var stream = new MemoryStream();
        var writer = new SnappyFramingWriter(new CountedOutput(stream));
        writer.Start();
        writer.Write(content);
        writer.Flush();
        return stream.ToArray();
    }

    private static byte[] Unframe(Stream stream)
    {
        var reader = new SnappyFramingReader(new StreamWindow(stream, "test"));
        reader.Restart();
        return reader.PeekRest().ToArray();
    }
}
