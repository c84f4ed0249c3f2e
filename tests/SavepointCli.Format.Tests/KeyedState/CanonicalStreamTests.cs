using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.KeyedState;

public sealed class CanonicalStreamTests
{
    private static readonly KeyGroupRange AllKeyGroups = new(0, ProcSavepoint.MaxParallelism - 1);

    [Fact]
    public void The_writer_gives_the_bytes_that_real_Flink_restored()
    {
        var stream = new MemoryStream();

        var handle = ProcSavepoint.Write(stream, AllKeyGroups);

        var golden = Fixtures.ReadHex("writer-golden.hex");
        golden.AsSpan().IndexOf(stream.ToArray()).Should().BePositive("the stream is inline in the golden _metadata");
        handle.Offsets.Where(offset => offset != 0).Should().BeInAscendingOrder().And.StartWith(0x5DF);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_written_is_read_in_the_same_order(bool compressed)
    {
        var stream = new MemoryStream();
        var handle = ProcSavepoint.Write(stream, AllKeyGroups, compressed);

        var entries = ReadAll(stream, handle);

        entries.Should().HaveCount(6 + 5 + 12 + 12);
        entries.Should().OnlyContain(entry => entry.Key[0] == entry.KeyGroup);
        entries.Select(entry => entry.KeyGroup).Should().BeInAscendingOrder();
        entries.Where(entry => entry.State == 0).Select(entry => entry.Value[^1] - 0xE8).Should().BeEquivalentTo([0, 1, 2, 3, 4, 5]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Short_reads_do_not_matter(bool compressed)
    {
        var stream = new MemoryStream();
        var handle = ProcSavepoint.Write(stream, AllKeyGroups, compressed);

        ReadAll(new OneByteAtATimeStream(stream), handle).Should().BeEquivalentTo(ReadAll(stream, handle), options => options.WithStrictOrdering());
    }

    [Fact]
    public void Only_the_key_groups_asked_for_are_read()
    {
        var stream = new MemoryStream();
        var handle = ProcSavepoint.Write(stream, AllKeyGroups);
        var keyGroup = ProcSavepoint.KeyGroupOf(3);

        var entries = ReadAll(stream, handle, new KeyGroupRange(keyGroup, keyGroup));

        entries.Should().NotBeEmpty().And.OnlyContain(entry => entry.KeyGroup == keyGroup);
    }

    [Fact]
    public void A_subtask_without_entries_is_a_header()
    {
        var stream = new MemoryStream();
        var writer = new CanonicalKeyGroupWriter(stream, ProcSavepoint.Header, new KeyGroupRange(3, 5));
        writer.StartKeyGroup(4);
        var handle = new KeyGroupsHandle(KeyGroupsFormat.Savepoint, new KeyGroupRange(3, 5), writer.Complete(), Stream: null);

        handle.Offsets.Should().Equal(0, 0, 0);
        ReadAll(stream, handle).Should().BeEmpty();
    }

    [Fact]
    public void Entries_larger_than_every_buffer_come_through()
    {
        var stream = new MemoryStream();
        var writer = new CanonicalKeyGroupWriter(stream, ProcSavepoint.Header with { IsCompressed = true }, new KeyGroupRange(0, 0));
        var large = Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7919)).ToArray();
        writer.StartKeyGroup(0);
        writer.WriteEntry(0, [0, 1], large);
        writer.WriteEntry(2, [0, 2, .. large], []);
        writer.WriteEntry(0, [0, 3], [1]);
        var handle = new KeyGroupsHandle(KeyGroupsFormat.Savepoint, new KeyGroupRange(0, 0), writer.Complete(), Stream: null);

        var entries = ReadAll(stream, handle);

        entries.Select(entry => (entry.State, entry.Key.Length, entry.Value.Length)).Should().Equal((0, 2, 300_000), (2, 300_002, 0), (0, 2, 1));
        entries[0].Value.Should().Equal(large);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_truncated_stream_is_a_fault_at_every_length(bool compressed)
    {
        var stream = new MemoryStream();
        var handle = ProcSavepoint.Write(stream, AllKeyGroups, compressed);
        var whole = stream.ToArray();
        for (var length = 0; length < whole.Length; length++)
        {
            var read = () => ReadAll(new MemoryStream(whole, 0, length), handle);

            read.Should().Throw<SavepointFormatException>().Which.ExitCode.Should().Be(ExitCode.Damaged, $"{length} bytes are left");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_flipped_bit_gives_a_fault_or_other_entries_but_never_a_crash(bool compressed)
    {
        var stream = new MemoryStream();
        var handle = ProcSavepoint.Write(stream, AllKeyGroups, compressed);
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

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(4711)]
    public void An_offset_outside_the_stream_is_a_fault(long offset)
    {
        var stream = new MemoryStream();
        var handle = ProcSavepoint.Write(stream, AllKeyGroups);
        var read = () => ReadAll(stream, handle with { Offsets = handle.Offsets.SetItem(7, offset) });

        read.Should().Throw<SavepointFormatException>();
    }

    [Fact]
    public void Two_key_groups_at_one_offset_read_the_same_bytes()
    {
        var stream = new MemoryStream();
        var handle = ProcSavepoint.Write(stream, AllKeyGroups);
        var used = ProcSavepoint.KeyGroupOf(1);
        var doubled = handle with { Offsets = handle.Offsets.SetItem(used + 1, handle.OffsetOf(used)) };

        var entries = ReadAll(stream, doubled);

        entries.Where(entry => entry.KeyGroup == used + 1).Select(entry => Convert.ToHexString(entry.Key))
            .Should().Equal(entries.Where(entry => entry.KeyGroup == used).Select(entry => Convert.ToHexString(entry.Key)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scanning_allocates_nothing_per_entry(bool compressed)
    {
        var few = AllocatedByScanning(compressed, entries: 20_000);
        var many = AllocatedByScanning(compressed, entries: 120_000);

        // A collection on another thread retires this thread's allocation context and counts its unused rest, some KiB. One object an
        // entry would be more than two million bytes.
        (many - few).Should().BeLessThan(100_000);
    }

    [Fact]
    public void Key_groups_must_ascend_and_keys_leave_the_flag_bit_clear()
    {
        var writer = new CanonicalKeyGroupWriter(new MemoryStream(), ProcSavepoint.Header, new KeyGroupRange(3, 5));
        writer.StartKeyGroup(4);

        FluentActions.Invoking(() => writer.StartKeyGroup(4)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => writer.StartKeyGroup(6)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => writer.WriteEntry(4, [4], [])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => writer.WriteEntry(0, [0x84], [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => writer.WriteEntry(0, [], [])).Should().Throw<ArgumentException>();
    }

    private static long AllocatedByScanning(bool compressed, int entries)
    {
        var stream = new MemoryStream();
        var writer = new CanonicalKeyGroupWriter(stream, ProcSavepoint.Header with { IsCompressed = compressed }, new KeyGroupRange(0, 9));
        for (var i = 0; i < entries; i++)
        {
            if (i % (entries / 10) == 0)
            {
                writer.StartKeyGroup(i / (entries / 10));
            }

            writer.WriteEntry(i % 3, [(byte)(i / (entries / 10)), (byte)i, (byte)(i >> 8), (byte)(i >> 16)], [1, 2, 3, 4, 5, 6, 7, 8]);
        }

        var handle = new KeyGroupsHandle(KeyGroupsFormat.Savepoint, new KeyGroupRange(0, 9), writer.Complete(), Stream: null);
        var reader = new CanonicalKeyGroupReader(stream, handle, "test");
        reader.Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = 1;
        while (reader.Read())
        {
            read += reader.Key.Length > 0 && reader.Value.Length == 8 ? 1 : 0;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        read.Should().Be(entries);
        return allocated;
    }

    private static List<(int KeyGroup, int State, byte[] Key, byte[] Value)> ReadAll(Stream stream, KeyGroupsHandle handle, KeyGroupRange? range = null)
    {
        var reader = new CanonicalKeyGroupReader(stream, handle, "test", range);
        List<(int, int, byte[], byte[])> entries = [];
        while (reader.Read())
        {
            entries.Add((reader.KeyGroup, reader.StateIndex, reader.Key.ToArray(), reader.Value.ToArray()));
        }

        return entries;
    }
}
