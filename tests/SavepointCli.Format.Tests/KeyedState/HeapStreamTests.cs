using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.KeyedState;

public sealed class HeapStreamTests
{
    private const string MapOfOne = "00000001" + "0261" + "00" + "0000000000000007";
    private const string Timer = "8000000000000005" + "036b35" + "00";

    private static readonly KeyGroupRange Range = new(0, 2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_written_is_read_in_the_same_order(bool compressed)
    {
        var stream = new MemoryStream();
        var handle = Write(stream, compressed);

        ReadAll(stream, handle).Should().Equal(Written);
        ReadAll(new OneByteAtATimeStream(stream), handle).Should().Equal(Written);
    }

    [Fact]
    public void An_uncompressed_key_group_is_laid_out_as_Flink_does()
    {
        Convert.ToHexStringLower(FirstKeyGroup()).Should().Be(
            "00000000"
            + "0000" + "00000001" + "00" + "036b35" + "00000000000005bd"
            + "0001" + "00000001" + "00" + "036b35" + "00000001" + "0000002c"
            + "0002" + "00000001" + "00" + "036b35" + MapOfOne
            + "0003" + "00000001" + Timer);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Only_the_content_tells_it_from_a_canonical_stream(bool compressed)
    {
        var heap = new MemoryStream();
        var canonical = new MemoryStream();
        var heapHandle = Write(heap, compressed);
        var all = new KeyGroupRange(0, ProcSavepoint.MaxParallelism - 1);
        var canonicalHandle = ProcSavepoint.Write(canonical, all, compressed) with { Format = KeyGroupsFormat.V1 };
        var filled = ProcSavepoint.KeyGroupOf(3);
        var onlyFilled = canonicalHandle with { KeyGroups = new KeyGroupRange(filled, filled), Offsets = [canonicalHandle.OffsetOf(filled)] };

        KeyedStreamForms.Detect(heap, heapHandle, "test").Should().Be(KeyedStreamForm.HeapNative);
        KeyedStreamForms.Detect(canonical, canonicalHandle, "test").Should().Be(KeyedStreamForm.Canonical);
        KeyedStreamForms.Detect(canonical, onlyFilled, "test").Should().Be(KeyedStreamForm.Canonical);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Key_group_0_alone_is_told_apart_by_parsing(bool compressed)
    {
        var first = new KeyGroupRange(0, 0);
        var heap = new MemoryStream();
        var heapWriter = new HeapKeyGroupWriter(heap, ProcSavepoint.Header with { IsCompressed = compressed }, first);
        WriteKeyGroup(heapWriter);
        var canonical = new MemoryStream();
        var canonicalWriter = new CanonicalKeyGroupWriter(canonical, ProcSavepoint.Header with { IsCompressed = compressed }, first);
        canonicalWriter.StartKeyGroup(0);
        canonicalWriter.WriteEntry(0, Convert.FromHexString("00036b3500"), new byte[8]);

        var heapHandle = new KeyGroupsHandle(KeyGroupsFormat.V2, first, heapWriter.Complete(), Stream: null);
        var canonicalHandle = new KeyGroupsHandle(KeyGroupsFormat.V2, first, canonicalWriter.Complete(), Stream: null);
        KeyedStreamForms.Detect(heap, heapHandle, "test").Should().Be(KeyedStreamForm.HeapNative);
        KeyedStreamForms.Detect(canonical, canonicalHandle, "test").Should().Be(KeyedStreamForm.Canonical);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_truncated_stream_is_a_fault_at_every_length(bool compressed)
    {
        var stream = new MemoryStream();
        var handle = Write(stream, compressed);
        var whole = stream.ToArray();
        for (var length = 0; length < whole.Length; length++)
        {
            var read = () => ReadAll(new MemoryStream(whole, 0, length), handle);

            read.Should().Throw<SavepointFormatException>($"{length} bytes are left");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_flipped_bit_gives_a_fault_or_other_entries_but_never_a_crash(bool compressed)
    {
        var stream = new MemoryStream();
        var handle = Write(stream, compressed);
        var whole = stream.ToArray();
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                ReadAll(new MemoryStream(damaged), handle).Count.Should().BeLessThan(whole.Length);
            }
            catch (SavepointException fault)
            {
                fault.Message.Should().NotBeEmpty();
            }
        }
    }

    [Fact]
    public void Every_state_of_every_key_group_must_be_written()
    {
        var writer = new HeapKeyGroupWriter(new MemoryStream(), ProcSavepoint.Header, Range);
        writer.StartKeyGroup();
        writer.StartState(0, 1);

        FluentActions.Invoking(() => writer.StartState(1, 0)).Should().Throw<InvalidOperationException>();
        writer.WriteElement([1]);
        FluentActions.Invoking(() => writer.WriteElement([1])).Should().Throw<InvalidOperationException>();
    }

    private static IEnumerable<string> Written => Enumerable.Range(0, 3).SelectMany(keyGroup => new[]
    {
        $"{keyGroup} 0 00 036b35 00000000000005bd",
        $"{keyGroup} 1 00 036b35 000000010000002c",
        $"{keyGroup} 2 00 036b35 {MapOfOne}",
        $"{keyGroup} 3   {Timer}",
    });

    internal static byte[] FirstKeyGroup()
    {
        var stream = new MemoryStream();
        var handle = Write(stream, compressed: false);
        return stream.ToArray()[(int)handle.OffsetOf(0)..(int)handle.OffsetOf(1)];
    }

    private static KeyGroupsHandle Write(MemoryStream stream, bool compressed)
    {
        var writer = new HeapKeyGroupWriter(stream, ProcSavepoint.Header with { IsCompressed = compressed }, Range);
        for (var keyGroup = Range.Start; keyGroup <= Range.End; keyGroup++)
        {
            WriteKeyGroup(writer);
        }

        return new KeyGroupsHandle(KeyGroupsFormat.V1, Range, writer.Complete(), Stream: null);
    }

    private static void WriteKeyGroup(HeapKeyGroupWriter writer)
    {
        writer.StartKeyGroup();
        writer.StartState(0, 1);
        writer.WriteEntry([0], Convert.FromHexString("036b35"), Convert.FromHexString("00000000000005bd"));
        writer.StartState(1, 1);
        writer.WriteEntry([0], Convert.FromHexString("036b35"), Convert.FromHexString("000000010000002c"));
        writer.StartState(2, 1);
        writer.WriteEntry([0], Convert.FromHexString("036b35"), Convert.FromHexString(MapOfOne));
        writer.StartState(3, 1);
        writer.WriteElement(Convert.FromHexString(Timer));
    }

    private static List<string> ReadAll(Stream stream, KeyGroupsHandle handle)
    {
        var reader = new HeapKeyGroupReader(stream, handle, "test");
        List<string> entries = [];
        while (reader.Read())
        {
            entries.Add(
                $"{reader.KeyGroup} {reader.StateIndex} {Convert.ToHexStringLower(reader.Namespace)} "
                + $"{Convert.ToHexStringLower(reader.Key)} {Convert.ToHexStringLower(reader.Value)}");
        }

        return entries;
    }
}
