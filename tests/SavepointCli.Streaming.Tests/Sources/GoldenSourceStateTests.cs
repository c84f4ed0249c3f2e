using System.Buffers.Binary;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;
using SavepointCli.Streaming.Sources;
using SavepointCli.Testing;

namespace SavepointCli.Streaming.Tests.Sources;

/// <summary>The state of the source <c>numbers</c> in snapshots that Flink took.</summary>
public sealed class GoldenSourceStateTests
{
    private const long GoldenTo = 4611686018427387903;

    public static TheoryData<string, string> Cases => new()
    {
        { "1.13", "canonical-hashmap" }, { "1.16", "canonical-rocksdb-p4" }, { "1.16", "canonical-rocksdb-wide" },
        { "1.20", "canonical-hashmap" }, { "2.2", "canonical-rocksdb" }, { "2.3", "canonical-hashmap" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Our_source_restores_it_and_writes_the_same_bytes(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var metadata = SnapshotMetadataCodec.Read(File.ReadAllBytes(golden.MetadataPath), golden.MetadataPath);
        var numbers = metadata.Operators.Single(state => state.CoordinatorState is not null);
        var coordinator = Read(numbers.CoordinatorState!, golden);
        byte[][] splits = [.. numbers.Subtasks.SelectMany(subtask => ReadSplits(subtask.ManagedOperatorState!, golden))];

        var run = new SourceRun(new NumberSequenceSource(0, GoldenTo), golden.Parallelism, new SourceRun.Snapshot(coordinator, splits));

        var unread = run.TakeSnapshot();
        unread.Coordinator.Should().Equal(coordinator);
        unread.Splits.Should().HaveCount(golden.Parallelism);
        unread.Splits.Select(Convert.ToHexString).Should().BeEquivalentTo(splits.Select(Convert.ToHexString));
        for (var subtask = 0; subtask < golden.Parallelism; subtask++)
            run.Poll(subtask);
        run.Emitted.Should().Equal(splits.Select(NextNumber), "every reader goes on where Flink stopped");
    }

    private static long NextNumber(byte[] split) => VersionedBytes.Read(new SequenceSplitSerializer(), split, out _).From;

    private static IEnumerable<byte[]> ReadSplits(OperatorStateHandle handle, GoldenCase golden)
    {
        var bytes = Read(handle.Stream!, golden);
        return handle.States.Single(state => state.Name == "SourceReaderState").Offsets.Select(offset =>
        {
            var element = bytes.AsSpan((int)offset);
            return element.Slice(sizeof(int), BinaryPrimitives.ReadInt32BigEndian(element)).ToArray();
        });
    }

    private static byte[] Read(StreamHandle handle, GoldenCase golden) => handle switch
    {
        InlineStreamHandle inline => inline.Data.ToArray(),
        RelativeFileStreamHandle relative => File.ReadAllBytes(Path.Combine(golden.SnapshotPath, relative.RelativePath)),
        _ => throw new InvalidOperationException($"The canonical savepoints hold no {handle}."),
    };
}
