using SavepointCli.Storage;

namespace SavepointCli.Engine.Tests.State;

/// <summary>Files of the operating system, as far as state backends need a storage.</summary>
internal sealed class FolderStorage : IStorage
{
    public bool FileExists(string path) => File.Exists(path);

    public bool DirectoryExists(string path) => Directory.Exists(path);

    public long GetLength(string path) => new FileInfo(path).Length;

    public Stream OpenRead(string path) => File.OpenRead(path);

    public IStorageFile CreateNew(string path) => new NewFile(path);

    public IStorageFile CreateAtomic(string path) => throw new NotSupportedException();

    public bool TryCreateDirectory(string path) => throw new NotSupportedException();

    public bool DeleteFile(string path) => throw new NotSupportedException();

    public bool DeleteDirectoryRecursively(string path) => throw new NotSupportedException();

    public bool DeleteEmptyDirectory(string path) => throw new NotSupportedException();

    public IEnumerable<string> List(string path) => Directory.EnumerateFileSystemEntries(path);

    private sealed class NewFile(string path) : IStorageFile
    {
        private bool _committed;

        public Stream Stream { get; } = new FileStream(path, FileMode.CreateNew);

        public void Commit() => _committed = true;

        public void Dispose()
        {
            Stream.Dispose();
            if (!_committed)
            {
                File.Delete(path);
            }
        }
    }
}
