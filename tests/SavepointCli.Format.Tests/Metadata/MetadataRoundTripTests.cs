using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Format.Tests.Metadata;

/// <summary>What no golden snapshot holds: every tag, every version, finished subtasks, records in flight.</summary>
public sealed class MetadataRoundTripTests
{
    private static readonly InlineStreamHandle Inline = new("name", new byte[] { 1, 2, 3 });

    private static readonly KeyGroupRange Range = new(3, 4);

    public static TheoryData<int, string> StreamTags => new()
    {
        { 1, "01" + "00046e616d65" + "00000003" + "010203" },
        { 2, "02" + "0000000000000007" + "0007" + "66696c653a2f61" },
        { 3, "03" + "00000003" + "00000002" + "0000000000000005" + "0000000000000006" + "00" },
        { 6, "06" + "0001" + "61" + "ffffffffffffffff" },
        { 15, "0f" + "0000000000000009" + "0000000000000007" + "00000001" + "0001" + "61" + "0001" + "62" },
        { 16, "10" },
    };

    public static TheoryData<int> KeyedTags => [3, 5, 7, 8, 9, 10, 11, 12, 13, 14];

    public static TheoryData<int> Versions => [2, 3, 4, 5, 6, 7];

    [Theory]
    [MemberData(nameof(StreamTags))]
    public void Every_stream_handle_has_the_bytes_that_Flink_gives_it(int tag, string hex)
    {
        StreamHandle handle = tag switch
        {
            1 => Inline,
            2 => new FileStreamHandle("file:/a", 7),
            3 => new KeyGroupsStreamHandle(new KeyGroupsHandle(KeyGroupsFormat.V1, Range, [5, 6], null)),
            6 => new RelativeFileStreamHandle("a", -1),
            15 => new SegmentStreamHandle(9, 7, 1, "a", "b"),
            _ => new EmptySegmentStreamHandle(),
        };

        var bytes = SnapshotMetadataCodec.ToBytes(With(3, managedKeyed: new KeyGroupsHandle(KeyGroupsFormat.Savepoint, Range, [1, 2], handle)));

        handle.Tag.Should().Be((byte)tag);
        Convert.ToHexStringLower(bytes).Should().Contain("0000000000000002" + hex + "00" + "00000000" + "00000000");
        RoundTrip(bytes).Should().Equal(bytes);
    }

    [Theory]
    [MemberData(nameof(KeyedTags))]
    public void Every_keyed_handle_is_written_with_its_tag_and_read_back(int tag)
    {
        var handle = Keyed(tag);

        var bytes = SnapshotMetadataCodec.ToBytes(With(4, managedKeyed: handle, rawKeyed: handle));

        handle.Tag.Should().Be((byte)tag);
        RoundTrip(bytes).Should().Equal(bytes);
        var read = SnapshotMetadataCodec.Read(bytes, "memory").Operators[0].Subtasks[0].ManagedKeyedState;
        read.Should().BeOfType(handle.GetType());
        read!.Tag.Should().Be(handle.Tag);
        read.KeyGroups.Should().Be(Range);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_version_holds_what_its_layout_says(int version)
    {
        var layout = MetadataLayout.Of(version);
        var metadata = With(version, managedKeyed: Keyed(3)) with { MasterStates = [new MasterState(2, "hook", new byte[] { 9 })] };
        var bytes = SnapshotMetadataCodec.ToBytes(metadata);

        var read = SnapshotMetadataCodec.Read(bytes, "memory");

        RoundTrip(bytes).Should().Equal(bytes);
        read.MasterStates.Single().Name.Should().Be("hook");
        read.MasterStates.Single().Payload.ToArray().Should().Equal(9);
        read.Operators[0].Uid.Should().Be(layout.HasOperatorNames ? "proc" : "");
        read.PropertiesTail.ToArray().Should().Equal(layout.HasCheckpointProperties ? CheckpointPropertiesTail.Null.ToArray() : []);
    }

    [Fact]
    public void Finished_subtasks_and_fully_finished_operators_keep_their_marks()
    {
        var metadata = With(4);
        var half = metadata.Operators[0] with
        {
            Parallelism = 2,
            Subtasks = [new SubtaskState { Index = 0, Finished = true }, new SubtaskState { Index = 1 }],
        };
        var full = half with { Id = OperatorIds.FromUid("full"), FullyFinished = true, Subtasks = [] };

        var bytes = SnapshotMetadataCodec.ToBytes(metadata with { Operators = [half, full] });
        var read = SnapshotMetadataCodec.Read(bytes, "memory");

        read.Operators[0].Subtasks.Select(subtask => (subtask.Index, subtask.Finished)).Should().Equal((0, true), (1, false));
        read.Operators[1].FullyFinished.Should().BeTrue();
        Convert.ToHexStringLower(bytes).Should().Contain("00" + "00000002" + "ffffffff" + "00000001");
        RoundTrip(bytes).Should().Equal(bytes);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    public void Records_in_flight_are_carried_through(int version, bool merged)
    {
        var tags = version >= 6;
        var separate = new byte[12 + 4 + 16 + 8];
        separate[15] = 2;
        var input = merged
            ? new ChannelStateHandle(3, new byte[12], Inline, new byte[] { 0, 0, 0, 0 })
            : new ChannelStateHandle(tags ? 1 : null, separate, Inline, default);
        var output = merged ? input with { Tag = 4 } : input with { Tag = tags ? 2 : null };
        var metadata = With(version);
        var subtask = metadata.Operators[0].Subtasks[0] with
        {
            InputChannelStates = [input, input],
            ResultSubpartitionStates = [output],
            ReferenceCheckpointId = version == 7 ? 41 : null,
        };

        var bytes = SnapshotMetadataCodec.ToBytes(metadata with { Operators = [metadata.Operators[0] with { Subtasks = [subtask] }] });
        var read = SnapshotMetadataCodec.Read(bytes, "memory").Operators[0].Subtasks[0];

        RoundTrip(bytes).Should().Equal(bytes);
        read.InputChannelStates.Should().HaveCount(2);
        read.ResultSubpartitionStates.Should().ContainSingle().Which.Tag.Should().Be(output.Tag);
        read.ReferenceCheckpointId.Should().Be(subtask.ReferenceCheckpointId);
    }

    [Fact]
    public void Operator_state_of_file_merging_names_its_directories()
    {
        var handle = new OperatorStateHandle([], new EmptySegmentStreamHandle(), new FileMergingDirectories("file:/t", "file:/s", IsEmpty: true));
        var metadata = With(6);
        var subtask = metadata.Operators[0].Subtasks[0] with { ManagedOperatorState = handle, RawOperatorState = handle };

        var bytes = SnapshotMetadataCodec.ToBytes(metadata with { Operators = [metadata.Operators[0] with { Subtasks = [subtask] }] });

        SnapshotMetadataCodec.Read(bytes, "memory").Operators[0].Subtasks[0].ManagedOperatorState!.FileMerging.Should().Be(handle.FileMerging);
        RoundTrip(bytes).Should().Equal(bytes);
    }

    [Fact]
    public void Version_2_refuses_what_it_cannot_hold()
    {
        var metadata = With(2);
        var write = () => SnapshotMetadataCodec.ToBytes(
            metadata with { Operators = [metadata.Operators[0] with { CoordinatorState = Inline }] });

        write.Should().Throw<SavepointException>().WithMessage("*version 2 cannot hold*").Which.ExitCode.Should().Be(ExitCode.Unsupported);
    }

    [Fact]
    public void Merged_channels_are_refused_where_the_version_has_none()
    {
        var metadata = With(5);
        var subtask = metadata.Operators[0].Subtasks[0] with { InputChannelStates = [new ChannelStateHandle(3, new byte[12], null, default)] };
        var write = () => SnapshotMetadataCodec.ToBytes(
            metadata with { Operators = [metadata.Operators[0] with { Subtasks = [subtask] }] });

        write.Should().Throw<SavepointException>().WithMessage("*cannot hold these input channel states*");
    }

    [Fact]
    public void Bytes_behind_the_end_are_kept()
    {
        byte[] bytes = [.. SnapshotMetadataCodec.ToBytes(With(3)), 1, 2, 3];

        RoundTrip(bytes).Should().Equal(bytes);
    }

    [Fact]
    public void Inline_state_is_not_copied()
    {
        var bytes = SnapshotMetadataCodec.ToBytes(With(3, managedKeyed: Keyed(3)));
        var handle = (KeyGroupsHandle)SnapshotMetadataCodec.Read(bytes, "memory").Operators[0].Subtasks[0].ManagedKeyedState!;

        bytes[bytes.AsSpan().IndexOf<byte>([1, 2, 3])] = 77;

        ((InlineStreamHandle)handle.Stream!).Data.Span[0].Should().Be(77);
    }

    private static KeyedStateHandle Keyed(int tag)
    {
        ImmutableArray<IncrementalFile> files = [new("CURRENT", Inline), new("000034.sst", new FileStreamHandle("file:/s", 5))];
        return tag switch
        {
            3 or 7 => new KeyGroupsHandle((KeyGroupsFormat)tag, Range, [8, 9], Inline),
            12 => new KeyGroupsHandle(KeyGroupsFormat.V2, Range, [8, 9], Inline, "id"),
            5 => new IncrementalKeyedStateHandle(Range, 4, "backend", -1, Inline, files, [], StateHandleId: null),
            11 => new IncrementalKeyedStateHandle(Range, 4, "backend", 99, Inline, files, files, "id"),
            8 => new ChangelogKeyedStateHandle(Range, 6, [Keyed(11)], [Keyed(9), Keyed(10)], 2, CheckpointId: null, "id"),
            14 => new ChangelogKeyedStateHandle(Range, 6, [Keyed(12)], [Keyed(13)], 2, 4, "id"),
            9 => new InMemoryChangelogHandle(Range, 1, 3, [new StateChange(-1, new byte[] { 5 }), new StateChange(3, default)], "id"),
            10 => new ChangelogFilesHandle(Range, [new ChangelogStream(1, Inline)], 7, 8, "id", StorageIdentifier: null),
            _ => new ChangelogFilesHandle(Range, [new ChangelogStream(1, Inline), new ChangelogStream(2, null)], 7, 8, "id", "filesystem"),
        };
    }

    private static SnapshotMetadata With(int version, KeyedStateHandle? managedKeyed = null, KeyedStateHandle? rawKeyed = null)
    {
        var subtask = new SubtaskState { Index = 0, ManagedKeyedState = managedKeyed, RawKeyedState = rawKeyed };
        var state = new OperatorState
        {
            Id = OperatorIds.FromUid("proc"),
            Name = "Process",
            Uid = "proc",
            Parallelism = 1,
            MaxParallelism = 128,
            Subtasks = [subtask],
        };
        return new SnapshotMetadata(version, 1, [], [state], default);
    }

    private static byte[] RoundTrip(byte[] bytes) => SnapshotMetadataCodec.ToBytes(SnapshotMetadataCodec.Read(bytes, "memory"));
}
