using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Metadata;

public sealed class GoldenMetadataTests
{
    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void Metadata_of_real_Flink_is_written_back_byte_for_byte(string flink, string name)
    {
        var path = GoldenCase.Load(flink, name).MetadataPath;
        var bytes = File.ReadAllBytes(path);

        var metadata = SnapshotMetadataCodec.Read(bytes, path);

        SnapshotMetadataCodec.ToBytes(metadata).AsSpan().SequenceEqual(bytes).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void Each_release_writes_the_version_that_the_table_says(string flink, string name)
    {
        var expected = flink switch { "1.9" => 2, "1.13" => 3, "1.16" or "1.20" => 4, _ => 6 };

        Read(flink, name).Version.Should().Be(expected);
        MetadataLayout.Of(expected).WrittenBy.Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void Operators_have_the_parallelism_and_the_ids_of_the_job(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var metadata = Read(flink, name);

        metadata.Operators.Should().NotBeEmpty().And.OnlyContain(state => state.Parallelism <= golden.Parallelism);
        if (golden.Parts.Contains("kinds"))
        {
            var kinds = metadata.Operators.Single(state => state.Id == OperatorIds.FromUid("kinds"));
            kinds.MaxParallelism.Should().Be(golden.MaxParallelism);
            kinds.Subtasks.Select(subtask => subtask.ManagedKeyedState?.KeyGroups).Should().Equal(
                kinds.Subtasks.Select(subtask => (KeyGroupRange?)KeyGroups.RangeOf(subtask.Index, golden.MaxParallelism, golden.Parallelism)));
        }
    }

    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void Names_and_uids_stand_in_version_5_and_later_only(string flink, string name)
    {
        var metadata = Read(flink, name);

        metadata.Operators.Any(state => state.Name.Length > 0).Should().Be(metadata.Version >= 5);
        metadata.Operators.Where(state => state.Uid.Length > 0).All(state => OperatorIds.FromUid(state.Uid) == state.Id).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void The_properties_say_how_the_snapshot_was_taken(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var metadata = Read(flink, name);

        var properties = CheckpointPropertiesTail.Parse(metadata.PropertiesTail.Span);

        if (metadata.Version < 4)
        {
            properties.Should().Be(CheckpointPropertiesTail.Unrecorded);
            return;
        }

        properties.Type.Should().Be(name switch
        {
            _ when golden.IsCheckpoint => SnapshotType.Checkpoint,
            _ when name.StartsWith("stop-", StringComparison.Ordinal) => SnapshotType.SuspendSavepoint,
            _ when name.StartsWith("drain-", StringComparison.Ordinal) => SnapshotType.TerminateSavepoint,
            _ => SnapshotType.Savepoint,
        });
        properties.Format?.ToString().ToUpperInvariant().Should().Be(golden.Format);
        properties.ToBytes().Span.SequenceEqual(metadata.PropertiesTail.Span).Should().BeTrue("our own properties are those of real Flink");
    }

    [Fact]
    public void The_golden_cases_cover_the_handles_that_real_clusters_write()
    {
        var keyed = GoldenCase.All
            .SelectMany(golden => SnapshotMetadataCodec.Read(File.ReadAllBytes(golden.MetadataPath), golden.MetadataPath).Operators)
            .SelectMany(state => state.Subtasks)
            .SelectMany(subtask => new[] { subtask.ManagedKeyedState, subtask.RawKeyedState })
            .OfType<KeyedStateHandle>()
            .Select(handle => (int)handle.Tag)
            .Distinct();

        keyed.Should().BeEquivalentTo([3, 7, 11, 12, 14]);
    }

    [Fact]
    public void The_savepoint_of_another_writer_reads_as_its_description_says()
    {
        var bytes = Fixtures.ReadHex("writer-golden.hex");

        var metadata = SnapshotMetadataCodec.Read(bytes, "writer-golden.hex");

        metadata.Version.Should().Be(3);
        metadata.CheckpointId.Should().Be(1);
        var state = metadata.Operators.Should().ContainSingle().Which;
        state.Id.Should().Be(OperatorIds.FromUid("proc"));
        var handle = state.Subtasks.Single().ManagedKeyedState.Should().BeOfType<KeyGroupsHandle>().Which;
        handle.Format.Should().Be(KeyGroupsFormat.Savepoint);
        handle.KeyGroups.Should().Be(new KeyGroupRange(0, 127));
        handle.Stream!.Size.Should().Be(0x952);
        SnapshotMetadataCodec.ToBytes(metadata).Should().Equal(bytes);
    }

    private static SnapshotMetadata Read(string flink, string name)
    {
        var path = GoldenCase.Load(flink, name).MetadataPath;
        return SnapshotMetadataCodec.Read(File.ReadAllBytes(path), path);
    }
}
