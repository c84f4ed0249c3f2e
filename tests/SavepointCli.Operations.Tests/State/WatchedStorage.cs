using SavepointCli.Storage;

namespace SavepointCli.Operations.Tests.State;

/// <summary>Remembers which files were opened.</summary>
internal sealed class WatchedStorage(IStorage inner) : IStorage
{
    private readonly List<string> _opened = [];

    public IReadOnlyList<string> Opened => _opened;

    public bool FileExists(string path) => inner.FileExists(path);

    public bool DirectoryExists(string path) => inner.DirectoryExists(path);

    public long GetLength(string path) => inner.GetLength(path);

    public DateTimeOffset GetLastWriteTime(string path) => inner.GetLastWriteTime(path);

    public Stream OpenRead(string path)
    {
        _opened.Add(path);
        return inner.OpenRead(path);
    }

    public string? LocalPathOf(string path) => inner.LocalPathOf(path);

    public IStorageFile CreateNew(string path) => inner.CreateNew(path);

    public IStorageFile CreateAtomic(string path, bool overwrite = false) => inner.CreateAtomic(path, overwrite);

    public bool TryCreateDirectory(string path) => inner.TryCreateDirectory(path);

    public bool DeleteFile(string path) => inner.DeleteFile(path);

    public bool DeleteDirectoryRecursively(string path) => inner.DeleteDirectoryRecursively(path);

    public bool DeleteEmptyDirectory(string path) => inner.DeleteEmptyDirectory(path);

    public IEnumerable<string> List(string path) => inner.List(path);
}
