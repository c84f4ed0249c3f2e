using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Disposal;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.Disposal;

public sealed class SnapshotDisposalTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SnapshotDisposal _disposal = new(new FileStorage());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1.20", "canonical-hashmap")]
    [InlineData("2.2", "native-rocksdb")]
    public void A_savepoint_goes_with_its_files_and_its_directory(string flink, string name)
    {
        var savepoint = CopyOf(GoldenCase.Load(flink, name));
        var files = Directory.GetFiles(savepoint).Length;

        var result = Dispose(savepoint);

        result.Should().BeOfType<SnapshotDisposed>().Which.Should().Match<SnapshotDisposed>(
            disposed => disposed.FilesDeleted == files && disposed.FilesMissing == 0 && disposed.Problems.IsEmpty);
        Directory.Exists(savepoint).Should().BeFalse();
    }

    [Fact]
    public void Disposing_twice_fails_because_there_is_nothing_left()
    {
        var savepoint = CopyOf(GoldenCase.Load("1.20", "canonical-hashmap"));
        Dispose(savepoint);

        this.Invoking(test => test.Dispose(savepoint)).Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.NotFound);
    }

    [Fact]
    public void A_foreign_file_stays_with_the_directory_and_is_reported()
    {
        var savepoint = CopyOf(GoldenCase.Load("1.20", "canonical-hashmap"));
        File.WriteAllText(Path.Combine(savepoint, "notes.txt"), "keep me");

        var disposed = (SnapshotDisposed)Dispose(savepoint);

        disposed.Problems.Should().ContainSingle().Which.Path.Should().Be(savepoint);
        Directory.GetFileSystemEntries(savepoint).Should().Equal(Path.Combine(savepoint, "notes.txt"));
    }

    [Fact]
    public void A_file_that_is_missing_already_is_no_problem()
    {
        var savepoint = CopyOf(GoldenCase.Load("1.20", "canonical-hashmap"));
        File.Delete(Directory.GetFiles(savepoint).First(file => Path.GetFileName(file) != "_metadata"));

        var disposed = (SnapshotDisposed)Dispose(savepoint);

        disposed.FilesMissing.Should().Be(1);
        disposed.Problems.Should().BeEmpty();
        Directory.Exists(savepoint).Should().BeFalse();
    }

    [Fact]
    public void Damaged_metadata_deletes_nothing()
    {
        var savepoint = CopyOf(GoldenCase.Load("1.20", "canonical-hashmap"));
        var metadata = Path.Combine(savepoint, "_metadata");
        File.WriteAllBytes(metadata, File.ReadAllBytes(metadata)[..^1]);
        var before = Directory.GetFiles(savepoint).Length;

        this.Invoking(test => test.Dispose(savepoint)).Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Damaged);
        Directory.GetFiles(savepoint).Should().HaveCount(before);
    }

    [Theory]
    [InlineData("1.20", "checkpoint-changelog")]
    [InlineData("2.2", "checkpoint-rocksdb-file-merging")]
    public void A_checkpoint_whose_files_others_may_need_is_refused_and_untouched(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var copy = _folder.CopyOf(golden.Folder, name);
        var files = Files(copy);

        var result = Dispose(Path.Combine(copy, golden.Snapshot), golden, copy);

        result.Should().BeOfType<DisposalRefused>().Which.SharedFiles.Should().BePositive();
        Files(copy).Should().Equal(files);
    }

    [Fact]
    public void An_incremental_checkpoint_takes_shared_files_along_only_on_an_explicit_word()
    {
        var (checkpoint, sharedFile) = IncrementalCheckpointWithSharedFile();

        var refused = (DisposalRefused)Dispose(checkpoint);
        refused.SharedFiles.Should().Be(1);
        refused.Reason.Should().Contain("1 of its files").And.Contain("other checkpoints");
        File.Exists(sharedFile).Should().BeTrue();

        var disposed = (SnapshotDisposed)_disposal.Dispose(new DisposalRequest(checkpoint, AllowSharedFiles: true), CancellationToken.None);
        disposed.FilesDeleted.Should().Be(2);
        File.Exists(sharedFile).Should().BeFalse();
        Directory.Exists(checkpoint).Should().BeFalse();
    }

    [Fact]
    public void An_incremental_checkpoint_that_shares_no_file_goes_like_any_other()
    {
        // Its shared tables are small enough to be inline; what lies in shared/ is private to it.
        var golden = GoldenCase.Load("1.20", "checkpoint-rocksdb-incremental");
        var copy = _folder.CopyOf(golden.Folder, "copy");

        var disposed = (SnapshotDisposed)Dispose(Path.Combine(copy, golden.Snapshot), golden, copy);

        disposed.FilesMissing.Should().Be(0);
        Files(Path.Combine(copy, golden.JobId!)).Should().BeEmpty();
    }

    private (string Checkpoint, string SharedFile) IncrementalCheckpointWithSharedFile()
    {
        var checkpoint = Directory.CreateDirectory(_folder["job", "chk-3"]).FullName;
        var sharedFile = Path.Combine(Directory.CreateDirectory(_folder["job", "shared"]).FullName, "000034.sst");
        File.WriteAllBytes(sharedFile, new byte[30_000]);
        var range = new KeyGroupRange(0, 127);
        var handle = new IncrementalKeyedStateHandle(
            range, 3, "backend", 30_000, null, [new("000034.sst", new FileStreamHandle(FlinkPath.ToUri(sharedFile), 30_000))], [], "id");
        var state = new OperatorState
        {
            Id = OperatorIds.FromUid("kinds"),
            Parallelism = 1,
            MaxParallelism = 128,
            Subtasks = [new SubtaskState { Index = 0, ManagedKeyedState = handle }],
        };
        File.WriteAllBytes(
            Path.Combine(checkpoint, "_metadata"), SnapshotMetadataCodec.ToBytes(new SnapshotMetadata(4, 3, [], [state], default)));
        return (checkpoint, sharedFile);
    }

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private string CopyOf(GoldenCase golden) => _folder.CopyOf(golden.SnapshotPath, "savepoint");

    private DisposalResult Dispose(string path) => _disposal.Dispose(new DisposalRequest(path), CancellationToken.None);

    private DisposalResult Dispose(string path, GoldenCase golden, string copy)
    {
        var mappings = golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value.Replace(golden.Folder, copy)));
        return _disposal.Dispose(new DisposalRequest(path) { Mappings = new PathMappings(mappings) }, CancellationToken.None);
    }
}
