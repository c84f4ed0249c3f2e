using CsCheck;
using SavepointCli.Format.Coordinators;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Tests.Coordinators;

public sealed class SourceStateTests
{
    private static readonly FileSourceSplit FileSplit = new(
        "0000000001", new FilePathParts("hdfs", null, "nn", 8020, "/data/ż", null, null), 10, 20, 1_700_000_000_000, 30, ["h1", "h2"], new FileSourcePosition(15, 2));

    [Fact]
    public void A_number_sequence_coordinator_is_laid_out_as_Flink_does()
    {
        var state = new SourceCoordinatorState(Versioned(NumberSequenceEnumerator.Version, new NumberSequenceEnumerator([new("1", 5, 9)]).Write));

        var bytes = Bytes(state.Write);

        Convert.ToHexStringLower(bytes).Should().Be(
            "00000001" + "00000001" + "00000017" + "00000001" + "000131" + "0000000000000005" + "0000000000000009");
        SourceCoordinatorState.Read(bytes).Enumerator.Should().Be(state.Enumerator);
        EnumeratorStates.TryRead(state.Enumerator).Should().BeOfType<NumberSequenceEnumerator>()
            .Which.Unassigned.Should().Equal(new NumberSequenceSplit("1", 5, 9));
    }

    [Fact]
    public void The_first_serde_version_carries_a_trailer_that_is_kept()
    {
        var bytes = Convert.FromHexString("00000000" + "00000001" + "00000004" + "00000000" + "cafe");

        var state = SourceCoordinatorState.Read(bytes);

        state.Trailer.ToArray().Should().Equal(0xCA, 0xFE);
        Bytes(state.Write).Should().Equal(bytes);
    }

    [Theory]
    [InlineData("00000001" + "00000001" + "00000000" + "ca")]
    [InlineData("00000001" + "00000001" + "00000001")]
    [InlineData("00000001" + "00000001" + "ffffffff")]
    [InlineData("00000002" + "00000001" + "00000000")]
    [InlineData("000000")]
    public void What_no_source_coordinator_wrote_is_a_fault(string hex) =>
        FluentActions.Invoking(() => SourceCoordinatorState.Read(Convert.FromHexString(hex))).Should().Throw<SavepointFormatException>();

    [Fact]
    public void File_source_numbers_are_little_endian()
    {
        var enumerator = new FileSourceEnumerator([FileSplit], ["file:/in/ż"]);
        var state = Versioned(FileSourceEnumerator.Version, enumerator.Write);

        Convert.ToHexStringLower(state.Bytes.Span[..16]).Should().Be("efbeadde" + "01000000" + "01000000" + "01000000");
        var read = EnumeratorStates.TryRead(state).Should().BeOfType<FileSourceEnumerator>().Subject;
        read.Processed.Should().Equal("file:/in/ż");
        read.Pending.Should().ContainSingle().Which.Should().BeEquivalentTo(FileSplit);
        Bytes(read.Write).Should().Equal(state.Bytes.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Kafka_partitions_come_back(int version)
    {
        var enumerator = new KafkaEnumerator(version, [new KafkaPartition("t", 3, version - 1), new KafkaPartition("u", 0, 0)], version == 1);
        var state = Versioned(version, enumerator.Write);

        EnumeratorStates.TryRead(state).Should().BeOfType<KafkaEnumerator>().Which.Should().BeEquivalentTo(enumerator);
    }

    [Fact]
    public void A_Kafka_split_is_laid_out_as_the_connector_does()
    {
        var split = new KafkaPartitionSplit("t", 1, -2, KafkaPartitionSplit.NoStop);

        var bytes = Bytes(split.Write);

        Convert.ToHexStringLower(bytes).Should().Be("000174" + "00000001" + "fffffffffffffffe" + "8000000000000000");
        var reader = new JavaDataReader(bytes);
        KafkaPartitionSplit.Read(ref reader).Should().Be(split);
    }

    [Fact]
    public void Bytes_of_no_known_source_stay_opaque()
    {
        EnumeratorStates.TryRead(new VersionedBytes(1, new byte[] { 1, 2, 3 })).Should().BeNull();
        EnumeratorStates.TryRead(new VersionedBytes(77, new byte[4])).Should().BeNull();
    }

    [Fact]
    public void Any_bytes_are_a_state_or_null() =>
        Gen.Select(Gen.Int[0, 3], Gen.Byte.Array[0, 64]).Sample(
            (version, bytes) => EnumeratorStates.TryRead(new VersionedBytes(version, bytes)) is null or NumberSequenceEnumerator or FileSourceEnumerator or KafkaEnumerator);

    private static VersionedBytes Versioned(int version, Action<JavaDataWriter> write) => new(version, Bytes(write));

    private static byte[] Bytes(Action<JavaDataWriter> write)
    {
        var writer = new JavaDataWriter();
        write(writer);
        return writer.ToArray();
    }
}
