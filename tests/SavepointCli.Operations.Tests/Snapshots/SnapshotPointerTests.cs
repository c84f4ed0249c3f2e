using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.Snapshots;

public sealed class SnapshotPointerTests
{
    private static readonly GoldenCase Golden = GoldenCase.Load("1.20", "canonical-hashmap");
    private readonly FileStorage _storage = new();

    [Fact]
    public void Directory_metadata_file_and_URI_lead_to_the_same_snapshot()
    {
        var expected = new SnapshotPointer(Golden.SnapshotPath, Golden.MetadataPath);

        SnapshotPointer.Resolve(Golden.SnapshotPath, _storage).Should().Be(expected);
        SnapshotPointer.Resolve(Golden.SnapshotPath + "/", _storage).Should().Be(expected);
        SnapshotPointer.Resolve(Golden.MetadataPath, _storage).Should().Be(expected);
        SnapshotPointer.Resolve("file://" + Golden.SnapshotPath, _storage).Should().Be(expected);
        expected.Uri.Should().Be("file:" + Golden.SnapshotPath);
    }

    [Fact]
    public void A_metadata_file_of_another_name_opens_with_the_files_beside_it()
    {
        using var folder = new TempFolder();
        var copy = folder.CopyOf(Golden.SnapshotPath, "copy");
        File.Move(Path.Combine(copy, "_metadata"), Path.Combine(copy, "renamed"));

        var snapshot = Snapshot.Open(Path.Combine(copy, "renamed"), _storage);

        snapshot.Pointer.Directory.Should().Be(copy);
        snapshot.Metadata.Version.Should().Be(4);
    }

    [Fact]
    public void A_path_that_is_not_there_is_named_with_its_scheme()
    {
        var resolve = () => SnapshotPointer.Resolve("/no/such/savepoint", _storage);

        var fault = resolve.Should().Throw<SavepointException>().Which;
        fault.ExitCode.Should().Be(ExitCode.NotFound);
        fault.Message.Should().Contain("/no/such/savepoint").And.Contain("on file system 'file'");
    }

    [Fact]
    public void A_directory_without_metadata_says_what_is_missing_and_what_to_give()
    {
        using var folder = new TempFolder();
        var resolve = () => SnapshotPointer.Resolve(folder.Path, _storage);

        var fault = resolve.Should().Throw<SavepointException>().Which;
        fault.ExitCode.Should().Be(ExitCode.NotFound);
        fault.Message.Should().Be($"Cannot find meta data file '_metadata' in directory '{folder.Path}'.");
        fault.Hint.Should().Contain("give the file itself");
    }

    [Fact]
    public void A_file_that_is_no_metadata_is_damaged()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["notes.txt"], "hello world");

        var open = () => Snapshot.Open(folder["notes.txt"], _storage);

        open.Should().Throw<SavepointException>().WithMessage($"no Flink snapshot*{folder["notes.txt"]} @ 0)");
    }
}
