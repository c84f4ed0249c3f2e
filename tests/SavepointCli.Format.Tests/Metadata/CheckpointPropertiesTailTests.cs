using SavepointCli.Format.Metadata;

namespace SavepointCli.Format.Tests.Metadata;

public sealed class CheckpointPropertiesTailTests
{
    public static TheoryData<SnapshotType, SavepointFormatType?, bool, int> All => new()
    {
        { SnapshotType.Savepoint, SavepointFormatType.Canonical, false, 745 },
        { SnapshotType.Savepoint, SavepointFormatType.Native, false, 742 },
        { SnapshotType.SuspendSavepoint, SavepointFormatType.Canonical, false, 756 },
        { SnapshotType.SuspendSavepoint, SavepointFormatType.Native, false, 753 },
        { SnapshotType.TerminateSavepoint, SavepointFormatType.Canonical, false, 760 },
        { SnapshotType.Checkpoint, null, true, 604 },
        { SnapshotType.Checkpoint, null, false, 604 },
        { SnapshotType.FullCheckpoint, null, true, 600 },
        { SnapshotType.Unrecorded, null, false, 5 },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Properties_that_were_built_are_understood(SnapshotType type, SavepointFormatType? format, bool retained, int length)
    {
        var properties = new CheckpointPropertiesTail(type, format, retained);

        var bytes = properties.ToBytes();

        bytes.Length.Should().Be(length);
        CheckpointPropertiesTail.Parse(bytes.Span).Should().Be(properties);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Properties_cut_off_anywhere_are_a_fault(SnapshotType type, SavepointFormatType? format, bool retained, int length)
    {
        var bytes = new CheckpointPropertiesTail(type, format, retained).ToBytes();

        for (var cut = 1; cut < length; cut++)
        {
            Assert.Throws<SavepointFormatException>(() => CheckpointPropertiesTail.Parse(bytes.Span[..cut]));
        }
    }

    [Fact]
    public void Properties_of_a_class_that_adds_data_of_its_own_are_understood()
    {
        byte[] bytes = [.. new CheckpointPropertiesTail(SnapshotType.Savepoint, SavepointFormatType.Native).ToBytes().Span, 0x77, 1, 42, 0x78];
        const byte SerializableWithWriteMethod = 3;
        bytes[FlagsOfProperties(bytes)] = SerializableWithWriteMethod;

        CheckpointPropertiesTail.Parse(bytes).Should().Be(new CheckpointPropertiesTail(SnapshotType.Savepoint, SavepointFormatType.Native));
    }

    [Fact]
    public void Properties_that_only_their_own_class_understands_are_left_alone()
    {
        var bytes = new CheckpointPropertiesTail(SnapshotType.Savepoint, SavepointFormatType.Native).ToBytes().ToArray();
        const byte ExternalizableWithoutBlocks = 4;
        bytes[FlagsOfProperties(bytes)] = ExternalizableWithoutBlocks;

        CheckpointPropertiesTail.Parse(bytes).Should().Be(CheckpointPropertiesTail.Unrecorded);
    }

    private static int FlagsOfProperties(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("CheckpointProperties"u8) + "CheckpointProperties".Length + sizeof(long);
}
