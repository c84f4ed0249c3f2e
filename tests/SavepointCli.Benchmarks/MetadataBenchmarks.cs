using BenchmarkDotNet.Attributes;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Benchmarks;

/// <summary>Reading and writing <c>_metadata</c> of 1,000 operators with 128 subtasks each.</summary>
[MemoryDiagnoser]
public class MetadataBenchmarks
{
    private const int Operators = 1000;
    private const int Subtasks = 128;

    private byte[] _bytes = [];
    private SnapshotMetadata _metadata = null!;

    [GlobalSetup]
    public void Setup()
    {
        var subtasks = Enumerable.Range(0, Subtasks).Select(index => new SubtaskState
        {
            Index = index,
            ManagedKeyedState = new KeyGroupsHandle(
                KeyGroupsFormat.Savepoint, new KeyGroupRange(index, index), [1000L], new RelativeFileStreamHandle(Guid.NewGuid().ToString(), 4096)),
        });
        var operators = Enumerable.Range(0, Operators).Select(number => new OperatorState
        {
            Id = OperatorIds.FromUid($"operator-{number}"),
            Parallelism = Subtasks,
            MaxParallelism = Subtasks,
            Subtasks = [.. subtasks],
        });
        _metadata = new SnapshotMetadata(4, 1, [], [.. operators], new byte[] { 0xAC, 0xED, 0x00, 0x05, 0x70 });
        _bytes = SnapshotMetadataCodec.ToBytes(_metadata);
    }

    [Benchmark(Baseline = true, Description = "copy the bytes")]
    public byte[] Copy() => [.. _bytes];

    [Benchmark(Description = "metadata read")]
    public SnapshotMetadata Read() => SnapshotMetadataCodec.Read(_bytes, "memory");

    [Benchmark(Description = "metadata write")]
    public byte[] Write() => SnapshotMetadataCodec.ToBytes(_metadata);
}
