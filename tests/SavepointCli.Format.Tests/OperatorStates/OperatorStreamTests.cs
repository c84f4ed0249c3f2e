using System.Buffers.Binary;
using SavepointCli.Format.Coordinators;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Format.Serializers.Arrays;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.OperatorStates;

public sealed class OperatorStreamTests
{
    private static readonly OperatorBackendHeader Header = new(
        OperatorBackendHeader.CurrentVersion,
        IsCompressed: false,
        [
            StateMeta.ForOperatorList("split", OperatorStateMode.SplitDistribute, BasicSerializers.Long.Snapshot),
            StateMeta.ForOperatorList("union", OperatorStateMode.Union, BasicSerializers.String.Snapshot),
            StateMeta.ForOperatorList("empty", OperatorStateMode.SplitDistribute, BasicSerializers.Long.Snapshot),
        ],
        [StateMeta.ForBroadcast("rules", BasicSerializers.String.Snapshot, BasicSerializers.Long.Snapshot)]);

    public static TheoryData<int, bool> Forms => new()
    {
        { OperatorBackendHeader.UncompressedVersion, false },
        { OperatorBackendHeader.CurrentVersion, false },
        { OperatorBackendHeader.CurrentVersion, true },
    };

    [Fact]
    public void The_state_of_a_source_is_written_as_Flink_1_20_wrote_it()
    {
        var stream = new MemoryStream();
        var header = new OperatorBackendHeader(
            OperatorBackendHeader.CurrentVersion,
            IsCompressed: false,
            [StateMeta.ForOperatorList(SourceReaderState.StateName, OperatorStateMode.SplitDistribute, ArraySerializers.Byte.Snapshot)],
            []);
        var split = new JavaDataWriter();
        new NumberSequenceSplit("1", 0x5C2, 100_000_000).Write(split);
        var element = new JavaDataWriter();
        SourceReaderState.WriteElement(element, new VersionedBytes(NumberSequenceSplit.Version, split.ToArray()));

        var writer = new OperatorStateWriter(stream, header);
        writer.WriteElement(SourceReaderState.StateName, element.WrittenSpan);
        var states = writer.Complete();

        states.Should().ContainSingle().Which.Offsets.Should().Equal(234);
        stream.Length.Should().Be(265);
        Convert.ToHexStringLower(stream.ToArray().AsSpan(234)).Should().Be("0000001b" + "00000001" + "00000013" + "000131" + "00000000000005c2" + "0000000005f5e100");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Elements_come_back_by_their_offsets(int version, bool compressed)
    {
        var stream = new MemoryStream();
        var handle = Write(stream, version, compressed);

        ReadAll(stream, handle).Should().Equal(Written);
        ReadAll(new OneByteAtATimeStream(stream), handle).Should().Equal(Written);
        handle.States.Select(state => (state.Name, state.Mode, state.Offsets.Length)).Should().Equal(
            ("split", OperatorStateMode.SplitDistribute, 3),
            ("union", OperatorStateMode.Union, 2),
            ("empty", OperatorStateMode.SplitDistribute, 0),
            ("rules", OperatorStateMode.Broadcast, 1));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_truncated_stream_is_a_fault_at_every_length(int version, bool compressed)
    {
        var stream = new MemoryStream();
        var handle = Write(stream, version, compressed);
        var whole = stream.ToArray();
        for (var length = 0; length < whole.Length; length++)
        {
            var read = () => ReadAll(new MemoryStream(whole, 0, length), handle);

            read.Should().Throw<SavepointFormatException>($"{length} bytes are left");
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_flipped_bit_never_crashes(int version, bool compressed)
    {
        var stream = new MemoryStream();
        var handle = Write(stream, version, compressed);
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
    public void Every_compressed_element_begins_with_a_chunk()
    {
        var stream = new MemoryStream();
        var handle = Write(stream, OperatorBackendHeader.CurrentVersion, compressed: true);
        var bytes = stream.ToArray();

        handle.States.SelectMany(state => state.Offsets).Should().OnlyContain(offset => bytes[offset] <= 1);
    }

    [Fact]
    public void A_state_that_only_the_handle_knows_is_a_fault()
    {
        var stream = new MemoryStream();
        var handle = Write(stream, OperatorBackendHeader.CurrentVersion, compressed: false);
        var reader = new OperatorStateReader(stream, handle, "test");

        FluentActions.Invoking(() => reader.MetaOf(new OperatorStateOffsets("other", OperatorStateMode.Union, [])))
            .Should().Throw<SavepointFormatException>().WithMessage("*'other'*");
    }

    [Fact]
    public void A_broadcast_state_is_written_exactly_once()
    {
        var writer = new OperatorStateWriter(new MemoryStream(), Header);

        FluentActions.Invoking(writer.Complete).Should().Throw<InvalidOperationException>().WithMessage("*'rules'*");
        writer.WriteBroadcast("rules", new byte[4]);
        FluentActions.Invoking(() => writer.WriteBroadcast("rules", new byte[4])).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Raw_partitions_end_where_the_next_begins()
    {
        var handle = new OperatorStateHandle(
            [new OperatorStateOffsets(RawOperatorStateReader.StateName, OperatorStateMode.SplitDistribute, [0, 3, 5])], Stream: null);
        var reader = new RawOperatorStateReader(new MemoryStream([1, 2, 3, 4, 5, 6]), handle, "test");

        reader.Partitions.Select(offset => Convert.ToHexString(reader.ReadAt(offset))).Should().Equal("010203", "0405", "06");
    }

    private static IEnumerable<string> Written =>
        ["split 0000000000000001", "split 0000000000000002", "split 0000000000000003", "union 0261", "union 0262", "rules 0000000102610000000000000007"];

    private static OperatorStateHandle Write(MemoryStream stream, int version, bool compressed)
    {
        var writer = new OperatorStateWriter(stream, Header with { Version = version, IsCompressed = compressed });
        var number = new byte[8];
        for (var i = 1; i <= 3; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, i);
            writer.WriteElement("split", number);
        }

        writer.WriteElement("union", [2, (byte)'a']);
        writer.WriteElement("union", [2, (byte)'b']);
        writer.WriteBroadcast("rules", Convert.FromHexString("0000000102610000000000000007"));
        return new OperatorStateHandle(writer.Complete(), Stream: null);
    }

    /// <summary>All elements; an offset counts as cut off if not even one byte stands there.</summary>
    private static List<string> ReadAll(Stream stream, OperatorStateHandle handle)
    {
        var reader = new OperatorStateReader(stream, handle, "test");
        List<string> elements = [];
        foreach (var state in handle.States)
        {
            var meta = reader.MetaOf(state);
            foreach (var offset in state.Offsets)
            {
                var bytes = new JavaDataReader(reader.ReadAt(offset));
                Skip(ref bytes, meta);
                elements.Add($"{state.Name} {Convert.ToHexStringLower(bytes.Slice(0, bytes.Position))}");
            }
        }

        return elements;
    }

    private static void Skip(ref JavaDataReader reader, StateMeta meta)
    {
        var isMap = meta.Kind == BackendStateType.Broadcast;
        var count = isMap ? reader.ReadCount("entries") : 1;
        for (var i = 0; i < count; i++)
        {
            if (isMap)
            {
                meta.KeySerializer!.RestoreSerializer().Skip(ref reader);
            }

            meta.ValueSerializer!.RestoreSerializer().Skip(ref reader);
        }
    }
}
