using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.State.Snapshots;

public sealed class SnapshotStreamTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(20_480)]
    public void Up_to_the_threshold_state_travels_in_the_metadata(int length)
    {
        var bytes = BytesOf(length);
        using var stream = Open();
        WriteInPieces(stream, bytes);

        var handle = stream.Complete().Should().BeOfType<InlineStreamHandle>().Subject;
        handle.Data.ToArray().Should().Equal(bytes);
        Path.GetDirectoryName(handle.Name).Should().Be("file:" + _folder.Path);
        Guid.TryParseExact(Path.GetFileName(handle.Name), "D", out _).Should().BeTrue();
        Directory.EnumerateFileSystemEntries(_folder.Path).Should().BeEmpty();
    }

    [Theory]
    [InlineData(20_481)]
    [InlineData(300_000)]
    public void Beyond_the_threshold_state_is_a_file_of_its_own(int length)
    {
        var bytes = BytesOf(length);
        StreamHandle? handle;
        using (var stream = Open())
        {
            WriteInPieces(stream, bytes);
            stream.Position.Should().Be(length);
            handle = stream.Complete();
        }

        var relative = handle.Should().BeOfType<RelativeFileStreamHandle>().Subject;
        relative.Size.Should().Be(length);
        File.ReadAllBytes(_folder[relative.RelativePath]).Should().Equal(bytes);
    }

    [Fact]
    public void A_checkpoint_refers_to_its_files_by_their_full_path()
    {
        using var stream = new SnapshotStreamFactory(
            new FileStorage(), new SnapshotLocation(_folder.Path, InlineThreshold: 0, RelativeReferences: false)).Create();
        stream.Write([1]);

        var handle = stream.Complete().Should().BeOfType<FileStreamHandle>().Subject;
        handle.Path.Should().StartWith("file:" + _folder.Path);
    }

    [Fact]
    public void Nothing_written_gives_no_handle()
    {
        using var stream = Open();
        stream.Complete().Should().BeNull();
    }

    [Fact]
    public void A_stream_that_is_not_completed_leaves_nothing_behind()
    {
        using (var stream = Open())
        {
            stream.Write(BytesOf(50_000));
            Directory.EnumerateFileSystemEntries(_folder.Path).Should().NotBeEmpty();
        }

        Directory.EnumerateFileSystemEntries(_folder.Path).Should().BeEmpty();
    }

    private static byte[] BytesOf(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];

    private static void WriteInPieces(Stream stream, byte[] bytes)
    {
        foreach (var piece in bytes.Chunk(1000))
        {
            stream.Write(piece);
        }
    }

    private SnapshotStream Open() => new SnapshotStreamFactory(new FileStorage(), new SnapshotLocation(_folder.Path)).Create();
}
