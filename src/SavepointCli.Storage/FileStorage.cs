namespace SavepointCli.Storage;

/// <summary>Snapshots in local or mounted directories.</summary>
public sealed class FileStorage : IStorage
{
    private const int BufferSize = 64 * 1024;

    /// <inheritdoc/>
    public bool FileExists(string path) => File.Exists(path);

    /// <inheritdoc/>
    public bool DirectoryExists(string path) => Directory.Exists(path);

    /// <inheritdoc/>
    public long GetLength(string path) => new FileInfo(path).Length;

    /// <inheritdoc/>
    public DateTimeOffset GetLastWriteTime(string path) => new(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);

    /// <inheritdoc/>
    public Stream OpenRead(string path) =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize);

    /// <inheritdoc/>
    public string LocalPathOf(string path) => path;

    /// <inheritdoc/>
    public IStorageFile CreateNew(string path) => LocalFile.Create(path, path, overwrite: false);

    /// <inheritdoc/>
    public IStorageFile CreateAtomic(string path, bool overwrite = false) =>
        (File.Exists(path) && !overwrite) || Directory.Exists(path)
            ? throw new IOException($"{path} exists already")
            : LocalFile.Create(StagingPathOf(path), path, overwrite);

    /// <inheritdoc/>
    public bool TryCreateDirectory(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is { } parent)
        {
            Directory.CreateDirectory(parent);
        }

        return NativeFileSystem.TryCreateDirectory(full);
    }

    /// <inheritdoc/>
    public bool DeleteFile(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        File.Delete(path);
        return true;
    }

    /// <inheritdoc/>
    public bool DeleteDirectoryRecursively(string path) => DeleteDirectory(path, recursive: true);

    /// <inheritdoc/>
    public bool DeleteEmptyDirectory(string path) => DeleteDirectory(path, recursive: false);

    /// <inheritdoc/>
    public IEnumerable<string> List(string path) => Directory.EnumerateFileSystemEntries(Path.GetFullPath(path));

    // The name under which Flink's recoverable writer stages local files, so that its cleaners know ours.
    private static string StagingPathOf(string path) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.inprogress.{Guid.NewGuid()}");

    private static bool DeleteDirectory(string path, bool recursive)
    {
        if (!Directory.Exists(path))
        {
            return false;
        }

        Directory.Delete(path, recursive);
        return true;
    }

    /// <summary>A file that is written at one place and, where that is not its own, moved to its name when it is whole.</summary>
    private sealed class LocalFile : IStorageFile
    {
        private readonly FileStream _stream;
        private readonly string _stagingPath;
        private readonly string _path;
        private readonly bool _overwrite;
        private bool _committed;

        private LocalFile(FileStream stream, string stagingPath, string path, bool overwrite)
        {
            _stream = stream;
            _stagingPath = stagingPath;
            _path = path;
            _overwrite = overwrite;
        }

        public Stream Stream => _stream;

        public static LocalFile Create(string stagingPath, string path, bool overwrite) =>
            new(new FileStream(stagingPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize), stagingPath, path, overwrite);

        public void Commit()
        {
            ObjectDisposedException.ThrowIf(!_stream.CanWrite, this);
            _stream.Flush(flushToDisk: true);
            _stream.Dispose();
            if (_stagingPath != _path)
            {
                File.Move(_stagingPath, _path, _overwrite);
            }

            _committed = true;
            NativeFileSystem.SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        }

        public void Dispose()
        {
            _stream.Dispose();
            if (!_committed)
            {
                File.Delete(_stagingPath);
            }
        }
    }
}
