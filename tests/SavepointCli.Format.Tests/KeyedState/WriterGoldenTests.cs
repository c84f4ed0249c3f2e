using System.Security.Cryptography;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.KeyedState;

public sealed class WriterGoldenTests
{
    private const string HandleName = "0f9d7c1e-5b1a-4c57-9d3e-2a64b8f0c001";
    private const string Sha256 = "4ad586700d96c7e6d6da45ca93f11847323212152d8a4e77647a206e289a71e5";

    [Fact]
    public void A_whole_savepoint_has_the_bytes_that_Flink_1_13_to_2_3_restored()
    {
        var stream = new MemoryStream();
        var keyed = ProcSavepoint.Write(stream, new KeyGroupRange(0, ProcSavepoint.MaxParallelism - 1));
        var metadata = new SnapshotMetadata(
            Version: 3,
            CheckpointId: 1,
            MasterStates: [],
            [
                new OperatorState
                {
                    Id = OperatorIds.FromUid("proc"),
                    Parallelism = 1,
                    MaxParallelism = ProcSavepoint.MaxParallelism,
                    Subtasks = [new SubtaskState { Index = 0, ManagedKeyedState = keyed with { Stream = new InlineStreamHandle(HandleName, stream.ToArray()) } }],
                },
            ],
            PropertiesTail: default);

        var bytes = SnapshotMetadataCodec.ToBytes(metadata);

        bytes.Should().Equal(Fixtures.ReadHex("writer-golden.hex"));
        Convert.ToHexStringLower(SHA256.HashData(bytes)).Should().Be(Sha256);
    }
}
