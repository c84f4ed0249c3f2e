using SavepointCli.Testing;

namespace SavepointCli.Storage.Tests;

public sealed class FileStorageTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FileStorage _storage = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_file_holds_what_was_committed()
    {
        var path = _folder["state"];
        using (var file = _storage.CreateNew(path))
        {
            file.Stream.Write([1, 2, 3]);
            file.Commit();
        }

        _storage.GetLength(path).Should().Be(3);
        using var stream = _storage.OpenRead(path);
        stream.Seek(1, SeekOrigin.Begin);
        stream.ReadByte().Should().Be(2);
    }

    [Fact]
    public void A_file_that_exists_is_never_written_over()
    {
        var path = _folder["state"];
        File.WriteAllText(path, "old");

        var create = () => _storage.CreateNew(path);
        var createAtomic = () => _storage.CreateAtomic(path);

        create.Should().Throw<IOException>();
        createAtomic.Should().Throw<IOException>();
        File.ReadAllText(path).Should().Be("old");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_was_not_committed_leaves_nothing_behind(bool atomic)
    {
        var path = _folder["state"];

        using (var file = atomic ? _storage.CreateAtomic(path) : _storage.CreateNew(path))
        {
            file.Stream.Write([1, 2, 3]);
        }

        _storage.List(_folder.Path).Should().BeEmpty();
    }

    [Fact]
    public void An_atomic_file_is_invisible_under_its_name_until_it_is_whole()
    {
        var path = _folder["_metadata"];
        using var file = _storage.CreateAtomic(path);
        file.Stream.Write([1, 2, 3]);

        _storage.FileExists(path).Should().BeFalse();
        _storage.List(_folder.Path).Select(Path.GetFileName).Should().ContainSingle().Which.Should().StartWith("._metadata.inprogress.");

        file.Commit();

        _storage.List(_folder.Path).Should().Equal(path);
        File.ReadAllBytes(path).Should().Equal(1, 2, 3);
    }

    [Fact]
    public void An_atomic_file_does_not_replace_one_that_came_up_meanwhile()
    {
        var path = _folder["_metadata"];
        using (var file = _storage.CreateAtomic(path))
        {
            file.Stream.Write([1, 2, 3]);
            File.WriteAllText(path, "theirs");

            file.Invoking(late => late.Commit()).Should().Throw<IOException>();
        }

        _storage.List(_folder.Path).Should().Equal(path);
        File.ReadAllText(path).Should().Be("theirs");
    }

    [Fact]
    public void A_directory_is_created_once_with_its_parents()
    {
        var path = _folder["a", "b", "savepoint-1"];

        _storage.TryCreateDirectory(path).Should().BeTrue();
        _storage.TryCreateDirectory(path).Should().BeFalse();
        _storage.DirectoryExists(path).Should().BeTrue();
    }

    [Fact]
    public async Task Of_many_that_create_a_directory_at_once_one_succeeds()
    {
        var path = _folder["contested"];

        var created = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _storage.TryCreateDirectory(path))));

        created.Count(success => success).Should().Be(1);
    }

    [Fact]
    public void A_directory_below_a_file_is_a_fault()
    {
        File.WriteAllText(_folder["file"], "");

        _storage.Invoking(storage => storage.TryCreateDirectory(_folder["file", "x"])).Should().Throw<IOException>();
    }

    [Fact]
    public void Deleting_says_whether_there_was_anything()
    {
        File.WriteAllText(_folder["file"], "");

        _storage.DeleteFile(_folder["file"]).Should().BeTrue();
        _storage.DeleteFile(_folder["file"]).Should().BeFalse();
        _storage.DeleteEmptyDirectory(_folder["none"]).Should().BeFalse();
        _storage.DeleteDirectoryRecursively(_folder["none"]).Should().BeFalse();
    }

    [Fact]
    public void A_directory_with_content_goes_only_when_asked_to_go_with_it()
    {
        Directory.CreateDirectory(_folder["dir", "sub"]);
        File.WriteAllText(_folder["dir", "sub", "file"], "");

        _storage.Invoking(storage => storage.DeleteEmptyDirectory(_folder["dir"])).Should().Throw<IOException>();
        File.Exists(_folder["dir", "sub", "file"]).Should().BeTrue();
        _storage.DeleteDirectoryRecursively(_folder["dir"]).Should().BeTrue();
        _storage.DirectoryExists(_folder["dir"]).Should().BeFalse();
    }
}
