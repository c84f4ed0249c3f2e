using SavepointCli.Storage;

namespace SavepointCli.Engine.Tests.Support;

/// <summary>Local files, except that steps fail which the test chooses: each is offered as its name and path.</summary>
internal sealed class FaultyStorage(Func<string, string, bool> fails) : IStorage
{
    private readonly FileStorage _files = new();

    public bool FileExists(string path) => _files.FileExists(path);

    public bool DirectoryExists(string path) => _files.DirectoryExists(path);

    public long GetLength(string path) => _files.GetLength(path);

    public DateTimeOffset GetLastWriteTime(string path) => _files.GetLastWriteTime(path);

    public Stream OpenRead(string path) => Step("open", path, () => _files.OpenRead(path));

    public IStorageFile CreateNew(string path) => Step("create", path, () => new FaultyFile(this, path, _files.CreateNew(path)));

    public IStorageFile CreateAtomic(string path, bool overwrite = false) =>
        Step("create", path, () => new FaultyFile(this, path, _files.CreateAtomic(path, overwrite)));

    public bool TryCreateDirectory(string path) => Step("mkdir", path, () => _files.TryCreateDirectory(path));

    public bool DeleteFile(string path) => Step("delete", path, () => _files.DeleteFile(path));

    public bool DeleteDirectoryRecursively(string path) => _files.DeleteDirectoryRecursively(path);

    public bool DeleteEmptyDirectory(string path) => Step("rmdir", path, () => _files.DeleteEmptyDirectory(path));

    public IEnumerable<string> List(string path) => _files.List(path);

    private T Step<T>(string step, string path, Func<T> carryOut) =>
        fails(step, path) ? throw new IOException($"{step} {path}: no space left on device") : carryOut();

    private sealed class FaultyFile(FaultyStorage storage, string path, IStorageFile file) : IStorageFile
    {
        public Stream Stream => file.Stream;

        public void Commit() => storage.Step("commit", path, () =>
        {
            file.Commit();
            return true;
        });

        public void Dispose() => file.Dispose();
    }
}
